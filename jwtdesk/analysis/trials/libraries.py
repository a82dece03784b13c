"""What common libraries are known to answer: facts of their documentation, not executed here."""

from enum import Enum


class Trouble(Enum):
    """The kinds of refusal that libraries tell apart."""

    WRONG = "wrong signature"
    MALFORMED = "malformed"
    ALGORITHM = "algorithm"
    KEY = "key"


ANSWERS: dict[str, dict[Trouble, str]] = {
    "jsonwebtoken (Node)": {
        Trouble.WRONG: "JsonWebTokenError: invalid signature",
        Trouble.MALFORMED: "JsonWebTokenError: jwt malformed",
        Trouble.ALGORITHM: "JsonWebTokenError: invalid algorithm",
        Trouble.KEY: "JsonWebTokenError: secretOrPublicKey must be an asymmetric key",
    },
    "jose (JavaScript)": {
        Trouble.WRONG: "JWSSignatureVerificationFailed",
        Trouble.MALFORMED: "JWSInvalid",
        Trouble.ALGORITHM: "JOSEAlgNotAllowed or JOSENotSupported",
        Trouble.KEY: "TypeError about the key",
    },
    "jjwt (Java)": {
        Trouble.WRONG: "SignatureException",
        Trouble.MALFORMED: "MalformedJwtException",
        Trouble.ALGORITHM: "UnsupportedJwtException",
        Trouble.KEY: "InvalidKeyException or WeakKeyException",
    },
    "java-jwt": {
        Trouble.WRONG: "SignatureVerificationException",
        Trouble.MALFORMED: "JWTDecodeException",
        Trouble.ALGORITHM: "AlgorithmMismatchException",
        Trouble.KEY: "SignatureVerificationException",
    },
    "golang-jwt": {
        Trouble.WRONG: "ErrTokenSignatureInvalid",
        Trouble.MALFORMED: "ErrTokenMalformed",
        Trouble.ALGORITHM: "ErrTokenUnverifiable",
        Trouble.KEY: "ErrInvalidKeyType",
    },
    "Microsoft.IdentityModel (.NET)": {
        Trouble.WRONG: "SecurityTokenInvalidSignatureException (IDX10511)",
        Trouble.MALFORMED: "SecurityTokenMalformedException (IDX12741)",
        Trouble.ALGORITHM: "SecurityTokenInvalidAlgorithmException (IDX10696)",
        Trouble.KEY: "SecurityTokenSignatureKeyNotFoundException (IDX10503)",
    },
    "firebase/php-jwt": {
        Trouble.WRONG: "SignatureInvalidException",
        Trouble.MALFORMED: "UnexpectedValueException",
        Trouble.ALGORITHM: "UnexpectedValueException: Algorithm not supported",
        Trouble.KEY: "UnexpectedValueException or DomainException",
    },
}
"""Library, then kind of refusal, then what it says."""
