"""Secrets that everyone knows: of tutorials, documentation, templates, and simply weak ones.

Facts only, collected by hand: each is public, so a token signed with one is signed by anyone.
"""

_WORDS = """
secret Secret SECRET secret123 secret1 secretkey secretKey SecretKey SECRET_KEY secret_key
secret-key mysecret mySecret my_secret my-secret mysecretkey mySecretKey my_secret_key
my-secret-key MySecretKey my-secret-token supersecret superSecret super_secret super-secret
supersecretkey superSecretKey super_secret_key super-secret-key SuperSecretKey topsecret topSecret
top-secret TopSecret top_secret thisisasecret this_is_a_secret this-is-a-secret thisisasecretkey
ThisIsASecretKey thisismysecretkey ThisIsMySecretKey thisismysecret thisIsMySecret notasecret
notSoSecret not-so-secret verysecret verySecret very-secret very_secret verysecretkey
verysecretpassword supersecretpassword oursecret yoursecret your_secret your-secret yoursecretkey
your_secret_key your-secret-key yourSecretKey YOUR_SECRET YOUR_SECRET_KEY your_jwt_secret
your-jwt-secret your_jwt_secret_key your-jwt-secret-key yourjwtsecret YOUR_JWT_SECRET jwt_secret
jwt-secret jwtsecret jwtSecret JWT_SECRET JWTSECRET jwtSecretKey jwt_secret_key jwt-secret-key
JwtSecretKey JWT_SECRET_KEY jwt_key jwtkey jwt-key jwtKey myjwtsecret my_jwt_secret my-jwt-secret
MY_JWT_SECRET mytopsecret jwt jwt123 jwt_token jwttoken token tokensecret token_secret
token-secret TOKEN_SECRET accesstoken access_token_secret access-token-secret ACCESS_TOKEN_SECRET
refresh_token_secret refresh-token-secret REFRESH_TOKEN_SECRET accessTokenSecret
refreshTokenSecret auth_secret auth-secret authsecret AUTH_SECRET NEXTAUTH_SECRET nextauth_secret
nextauthsecret session_secret session-secret sessionsecret SESSION_SECRET keyboard keyboardcat
app_secret app-secret appsecret APP_SECRET application_secret client_secret client-secret
clientsecret CLIENT_SECRET api_secret api-secret apisecret API_SECRET apikey api_key api-key
API_KEY hmac_secret hmac-secret hmacsecret HMAC_SECRET hmacSecret hmac_key shared_secret
shared-secret sharedsecret sharedSecret SharedSecret signing_key signing-key signingkey signingKey
SIGNING_KEY signing_secret signing-secret SIGNING_SECRET private_key private-key privatekey
privateKey PRIVATE_KEY public_key public-key key Key KEY key123 mykey my_key my-key myKey MyKey
somekey some_key somesecret some_secret some-secret somesecretkey randomsecret random_secret
random-secret random randomstring random_string random-string string a-secret asecret a_secret
asecretkey any_secret anysecret default default_secret default-secret defaultsecret dev dev_secret
dev-secret devsecret development development_secret development-secret test test123 test_secret
test-secret testsecret testSecret TestSecret test_key test-key testkey testing testing123 demo
demo_secret demo-secret demosecret sample sample_secret sample-secret example example_secret
example-secret examplesecret example_key example-key examplekey ExampleSecret local local_secret
local-secret localsecret staging production prod changeme change_me change-me ChangeMe CHANGEME
CHANGE_ME change-this changethis changeit change_it change-it replaceme replace_me replace-me
REPLACE_ME todo fixme foo bar baz foobar foobarbaz qux hello helloworld hello_world hello-world
hello123 world password Password PASSWORD password1 password12 password123 Password123 passw0rd
Passw0rd p@ssw0rd P@ssw0rd P@ssword1 pass pass123 passphrase passwd pwd admin admin123 Admin123
administrator root root123 toor user user123 guest guest123 login welcome welcome1 welcome123
letmein qwerty qwerty123 qwertyuiop qwertyuiopasdfghjklzxcvbnm asdf asdfasdf asdfgh asdfghjkl
zxcvbnm 1q2w3e4r 1qaz2wsx qazwsx abc abc123 abcd abcd1234 abcdef abcdefg abcdefgh
abcdefghijklmnopqrstuvwxyz abcdefghijklmnopqrstuvwxyz123456 0 1 12 123 1234 12345 123456 1234567
12345678 123456789 1234567890 0123456789 12345678901234567890123456789012
01234567890123456789012345678901 0123456789abcdef 0123456789abcdef0123456789abcdef
1234567890123456 11111111 111111 000000 00000000 00000000000000000000000000000000 654321 987654321
666666 888888 123123 123321 iloveyou monkey dragon master sunshine princess football baseball
shadow superman batman trustno1 ninja mustang access god gandalf starwars matrix cheese banana
apple orange lemon coffee pizza unicorn rainbow sesame opensesame open-sesame OpenSesame
abracadabra shhh shhhh shhhhh shhhhhh shhhhhared-secret ssshhh sshhh itsasecret its_a_secret
its-a-secret itsasecrettoeverybody donttell donttellanyone tellnoone keepitsecret keepitsafe hush
classified confidential hidden mystery enigma swordfish xyzzy plugh
a-string-secret-at-least-256-bits-long a-string-secret-at-least-384-bits-long-a-string-xx
a-string-secret-at-least-512-bits-long-which-is-very-very-long-so-it-fits
a-valid-string-secret-that-is-at-least-384-bits-long
a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long your-256-bit-secret
reallyreallyreallyreallyverysafe ThisTokenIsNotSoSecretChangeIt toBeModified1 temporary_key
thisISaSECRET_1234 CHANGE_ME_TO_A_COMPLEX_RANDOM_SECRET TEST_NON_DEV_SECRET SW2YcwTIb9zpOOhoPsMm
SecretKey012345678901234567890123456789012345678901234567890123456789
3EK6FD+o0+c7tzBNVfjpMkNDi2yARAAKzQlk8O2IKoxQu4nF7EdAh8s3TwpHwrdWT6R
hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg
your-384-bit-secret your-512-bit-secret your-256-bit-secret-key
your-super-secret-jwt-token-with-at-least-32-characters-long
super-secret-jwt-token-with-at-least-32-characters-long your-super-secret-key
your_super_secret_key your-super-secret-jwt-key your-secret-key-at-least-32-characters
your-secret-key-here your_secret_key_here your_jwt_secret_here your-jwt-secret-here yoursecrethere
your_secret_here your-secret-here insert-your-secret-here put-your-secret-here
my-32-character-ultra-secure-and-ultra-long-secret my-ultra-secure-and-ultra-long-secret
my32characterultrasecureandultralongsecret this-is-a-very-long-secret-key
this_is_a_very_long_secret_key this-is-my-super-secret-key this-is-a-secret-key-of-32-chars
a-very-long-and-secure-secret-key averyverysecretkey a-very-secret-key a_very_secret_key
some-super-secret-key 09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7
AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow
404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970
5367566B59703373367639792F423F4528482B4D6251655468576D5A71347437
9a4f2c8d3b7a1e6f45c8a0b3f267d8b1d4e6f3c8a9d2b5f8e3a9c8b5f6v8a3d9 gsecret GcwBw8bVzQ7c4Cn3kEcS
secret-jwt-key jwt-secret-token super-secret-jwt-key qwertyuiopasdfghjklzxcvbnm123456
mySuperSecretKey mySuperSecret MySuperSecretKey MySuperSecret ThisIsASuperSecretKey
thisisasupersecretkey ThisIsAVerySecretKey iamsecret IAmSecret i-am-secret bezKoderSecretKey
bezkoder-secret-key JWTSuperSecretKey JWTSecretKey jwtsecretkey javainuse techgeeknext
spring-boot-secret springsecret spring-secret django-insecure laravel symfony node-secret
nodesecret node_secret express-secret expresssecret flask-secret flasksecret flask_secret rails
secret_key_base nest-secret nestsecret nestjs fastapi-secret golang go-secret gosecret
my_go_secret AllYourBase allyourbase dotnet-secret aspnet-secret firebase hasura hasura-secret
myadminsecretkey admin-secret admin_secret adminsecret supabase postgrest keycloak kong traefik
nginx grafana superset airflow devsecretkey dev-secret-key dev_secret_key devkey
SuperSecretKeyForJwt super-secret-for-jwt a1b2c3d4 a1b2c3d4e5f6 deadbeef cafebabe DEADBEEF
ASecretKeyOf32CharactersLong123 VerySecretKey1234567890 mysupersecret my-super-secret
my-super-secret-key my_super_secret_key my_super_secret mysupersecretkey mysupersecretpassword
shared hs256 hs256-secret HS256 hs256secret secret256 256bitsecret 256-bit-secret 256_bit_secret
"""
_PHRASES = (
    "a-valid-string-secret-that-is-at-least-384-bits-long",
    "",
    "keyboard cat",
    "my secret",
    "my secret key",
    "secret key",
    "super secret",
    "super secret key",
    "top secret",
    "this is a secret",
    "this is a secret key",
    "this is my secret",
    "This is my secret key",
    "your secret",
    "your secret key",
    "your secret here",
    "your jwt secret",
    "jwt secret",
    "some secret",
    "some secret key",
    "a secret",
    "a very secret key",
    "very secret",
    "not a secret",
    "it's a secret",
    "change me",
    "change this",
    "hello world",
    "shared secret",
    "password 123",
    "open sesame",
    "shhhhh, it's a secret",
    "the quick brown fox jumps over the lazy dog",
    "The quick brown fox jumps over the lazy dog",
    "correct horse battery staple",
    "correcthorsebatterystaple",
    "Yq3t6w9z$C&F)J@NcRfUjXn2r5u8x/A?",
    "My super secret key",
    "my 32 byte secret key for hs256!",
    "this is a very long secret key that nobody will guess",
    "Chinook",
    "gateway",
    "[107 105 97 108 105]",
    "secret\n",
    "{{secret}}",
    "${JWT_SECRET}",
    "$JWT_SECRET",
    "<your-secret>",
    "<secret>",
    "%JWT_SECRET%",
    "process.env.JWT_SECRET",
    "null",
    "undefined",
    "None",
    "true",
    "false",
    "[object Object]",
    "NaN",
    "*",
    "***",
    "********",
    "...",
    " ",
)


def known_secrets() -> tuple[str, ...]:
    """Return the well-known secrets, each once, the shortest phrases last."""
    return tuple(dict.fromkeys([*_WORDS.split(), *_PHRASES]))
