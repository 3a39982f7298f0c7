#!/usr/bin/env python3
"""Verifies a certificate, in whichever of its five forms, with nothing of this product (Debian: python3-cryptography, python3-pyld).

  verify_certificate.py FACE... [--did DID.json] [--status LIST.json] [--contexts FOLDER] [--at 2027-01-01T00:00:00Z]

FACE is JSON, JWT, PNG, SVG or PDF; each gets one line. FACE, --did and --status are files or addresses; what is not given is fetched from where
the certificate says. --contexts has JSON-LD contexts as {"address": …, "document": …} and keeps the check offline.
Exit code 0: all genuine and in force · 1: one refused, with the reason · 2: one could not be checked.
"""
import argparse
import datetime
import json
import pathlib
import sys
import urllib.parse
import urllib.request
import zlib

import faces
import proofs

CONTEXT_HOSTS = ('https://www.w3.org/', 'https://w3id.org/', 'https://purl.imsglobal.org/')
MOST = 16 * 1024 * 1024


def fetched(source: str) -> bytes:
    if not source.startswith(('http://', 'https://')):
        return pathlib.Path(source).read_bytes()
    request = urllib.request.Request(source, headers={'accept': 'application/vc, application/json, */*'})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return answer.read(MOST)


def did_address(did: str) -> str:
    """https://w3c-ccg.github.io/did-method-web/: the DID is the address of its document; http on this machine only."""
    if not did.startswith('did:web:'):
        raise proofs.Refused('the issuer is no did:web: %s' % did)
    host, *path = [urllib.parse.unquote(part) for part in did[len('did:web:'):].split(':')]
    protocol = 'http' if host.split(':')[0] in ('localhost', '127.0.0.1') else 'https'
    return '%s://%s/%s/did.json' % (protocol, host, '/'.join(path) or '.well-known')


def use_contexts(folder) -> None:
    if proofs.jsonld is None:
        return
    kept = {}
    for file in pathlib.Path(folder).glob('*.json') if folder else []:
        one = json.loads(file.read_text('utf-8'))
        kept[one['address']] = one['document']

    def load(address, options=None):
        if address not in kept:
            if folder or not address.startswith(CONTEXT_HOSTS):
                raise proofs.Refused('the context %s is unknown' % address)
            kept[address] = json.loads(fetched(address))
        loaded = {'contextUrl': None, 'documentUrl': address, 'document': kept[address]}
        return {**loaded, 'contentType': 'application/ld+json'}

    proofs.jsonld.set_document_loader(load)


def instant(value) -> datetime.datetime:
    if isinstance(value, (int, float)):
        return datetime.datetime.fromtimestamp(value, datetime.timezone.utc)
    return datetime.datetime.fromisoformat(value.replace('Z', '+00:00'))


def checked(text: str, did_document_of, now) -> dict:
    """The credential, if proof, key and dates hold."""
    read = proofs.read_embedded(json.loads(text), did_document_of) if text.startswith('{') else proofs.read_token(text, did_document_of)
    credential, key, signed_at = read
    for name in ('expires', 'revoked'):
        if name in key and instant(signed_at) >= instant(key[name]):
            raise proofs.Refused('the key had ended when it signed')
    if instant(credential['validFrom']) > now:
        raise proofs.Refused('not yet valid')
    if 'validUntil' in credential and instant(credential['validUntil']) <= now:
        raise proofs.Refused('expired')
    return credential


def is_revoked(entry: dict, status_source, did_document_of, issuer: str, now) -> str:
    """Refuses what is revoked; gives a note when the list itself could not be verified."""
    address = entry['statusListCredential']
    text, note = fetched(status_source or address).decode('utf-8'), ''
    try:
        status = checked(text, did_document_of, now)
    except proofs.NeedsPyld:
        status, note = json.loads(text), ' (the signature of the status list was not checked: pyld is missing)'
    except proofs.Refused as refusal:
        raise proofs.Refused('the status list does not verify: %s' % refusal) from None
    subject = status['credentialSubject']
    if status['id'] != address or status['issuer'] != issuer or subject['statusPurpose'] != entry['statusPurpose']:
        raise proofs.Refused('the status list is another one')
    # A list is base64url after a "u", compressed by gzip.
    bits = zlib.decompressobj(31).decompress(proofs.unpadded(subject['encodedList'][1:]), MOST)
    place = int(entry['statusListIndex'])
    if bits[place // 8] >> (7 - place % 8) & 1:
        raise proofs.Refused('revoked')
    return note


def verify(face: str, asked, did_document_of, now) -> int:
    try:
        credential = checked(faces.credential_text(fetched(face)), did_document_of, now)
        issuer = credential['issuer'] if isinstance(credential['issuer'], str) else credential['issuer']['id']
        note = ''
        if 'credentialStatus' in credential:
            note = is_revoked(credential['credentialStatus'], asked.status, did_document_of, issuer, now)
    except (proofs.Refused, faces.Unreadable) as refusal:
        print('REFUSED', refusal)
        return 1
    except Exception as error:  # Whatever else goes wrong, it was not verified.
        print('COULD NOT CHECK', type(error).__name__, error)
        return 2
    subject = credential['credentialSubject']
    name, since = subject['achievement']['name'], credential['validFrom']
    print('VERIFIED %s: %s, %s, by %s%s' % (subject['name'], name, since, issuer, note))
    return 0


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument('faces', nargs='+')
    for option in ('--did', '--status', '--contexts', '--at'):
        parser.add_argument(option)
    asked = parser.parse_args()
    now = instant(asked.at) if asked.at else datetime.datetime.now(datetime.timezone.utc)
    use_contexts(asked.contexts)
    documents = {}

    def did_document_of(did):
        if did not in documents:
            documents[did] = json.loads(fetched(asked.did or did_address(did)))
        return documents[did]

    return max([verify(face, asked, did_document_of, now) for face in asked.faces])


if __name__ == '__main__':
    sys.exit(main())
