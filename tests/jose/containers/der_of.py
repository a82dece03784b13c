"""A few lines that write DER, for tests that need structures no tool would make."""


def tagged(tag: int, content: bytes) -> bytes:
    """Return a value with `tag`."""
    size = len(content)
    length = bytes([size]) if size < 128 else b"\x84" + size.to_bytes(4, "big")
    return bytes([tag]) + length + content


def sequence(*values: bytes) -> bytes:
    """Return a SEQUENCE."""
    return tagged(0x30, b"".join(values))


def integer(value: int) -> bytes:
    """Return an INTEGER."""
    return tagged(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True))


def octet_string(content: bytes) -> bytes:
    """Return an OCTET STRING."""
    return tagged(0x04, content)


def bit_string(content: bytes) -> bytes:
    """Return a BIT STRING of whole octets."""
    return tagged(0x03, b"\0" + content)


def oid(name: str) -> bytes:
    """Return an OBJECT IDENTIFIER."""
    first, second, *rest = map(int, name.split("."))
    octets = bytearray()
    for arc in (first * 40 + second, *rest):
        groups = [arc & 0x7F]
        while arc := arc >> 7:
            groups.append(0x80 | arc & 0x7F)
        octets += bytes(reversed(groups))
    return tagged(0x06, bytes(octets))
