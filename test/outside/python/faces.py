"""Finds the signed credential in a file: JSON, JSON Web Token, PNG, SVG or PDF. Nothing in the file is executed or fetched."""
import re
import struct
import zlib
import xml.etree.ElementTree as xml

MOST = 5 * 1024 * 1024
MOST_INFLATED = 1024 * 1024
BADGE = '{https://purl.imsglobal.org/ob/v3p0}credential'


class Unreadable(Exception):
    """The file is none of the five faces, or carries no credential; the message says which."""


def credential_text(data: bytes) -> str:
    """The credential as JSON or as a compact token, unverified."""
    if len(data) > MOST:
        raise Unreadable('the file is larger than 5 MB')
    if data.startswith(b'\x89PNG\r\n\x1a\n'):
        return only(png_texts(data))
    if b'%PDF-' in data[:1024]:
        return only(pdf_attachments(data))
    text = data.decode('utf-8', 'strict').strip()
    return only(svg_elements(text)) if text.startswith('<') else text


def only(found) -> str:
    texts = {text.strip() for text in found}
    if len(texts) != 1:
        raise Unreadable('the file carries %d credentials, not one' % len(texts))
    return texts.pop()


def png_texts(data: bytes):
    """iTXt chunks with the keyword of Open Badges; compressed ones are not allowed there."""
    at = 8
    while at + 12 <= len(data):
        length, kind = struct.unpack('>I4s', data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if data[at + 8 + length:at + 12 + length] != struct.pack('>I', zlib.crc32(kind + body)):
            raise Unreadable('the picture is damaged')
        if kind == b'iTXt' and body.startswith(b'openbadgecredential\0\0'):
            yield body.split(b'\0', 5)[-1].decode('utf-8')
        at += 12 + length


def svg_elements(text: str):
    # A document type could declare entities that grow without end.
    if '<!DOCTYPE' in text or '<!ENTITY' in text:
        raise Unreadable('the picture declares a document type')
    for element in xml.fromstring(text).iter(BADGE):
        yield element.get('verify') or element.text or ''


def pdf_attachments(data: bytes):
    """Embedded files, plain or deflated once, that are a credential."""
    for name in list(re.finditer(rb'/EmbeddedFile(?![A-Za-z])', data))[:16]:
        start = data.rfind(b' obj', max(0, name.start() - 4096), name.start())
        stream = re.compile(rb'>>\s*stream\r?\n').search(data, name.end(), name.end() + 4096)
        if start < 0 or not stream or b'endobj' in data[start:stream.end()]:
            continue
        deflated = b'/FlateDecode' in data[start:stream.end()]
        rest = data[stream.end():]
        try:
            body = zlib.decompressobj().decompress(rest, MOST_INFLATED) if deflated else rest[:rest.index(b'endstream')]
            text = body.decode('utf-8')
        except (zlib.error, ValueError):
            continue
        if '"VerifiableCredential"' in text:
            yield text
