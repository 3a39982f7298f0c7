"""The two proofs of Open Badges 3.0: a compact token (ES256) and an embedded proof (eddsa-rdfc-2022)."""
import base64
import hashlib
import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, utils
from cryptography.hazmat.primitives.hashes import SHA256

try:
    from pyld import jsonld
except ImportError:  # python3-pyld: without it, embedded proofs cannot be checked.
    jsonld = None

ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
UNDEFINED = 'urn:undefined:'


class Refused(Exception):
    """The proof does not hold; the message says why."""


class NeedsPyld(Exception):
    """The proof is over canonical RDF, and pyld is not there."""


def unpadded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))


def key_of(did_document: dict, key_id: str, issuer: str) -> dict:
    if did_document.get('id') != issuer:
        raise Refused('the issuer is another: %s' % issuer)
    for method in did_document['verificationMethod']:
        if method['id'] == key_id and key_id in did_document['assertionMethod']:
            return method
    raise Refused('the issuer has no key %s' % key_id)


def read_token(token: str, did_document_of):
    """The credential in a token whose signature fits, its key and the claimed time of signing."""
    head, body, signature = token.split('.')
    header, claims = json.loads(unpadded(head)), json.loads(unpadded(body))
    if header.get('alg') != 'ES256' or header.get('typ') != 'JWT':
        raise Refused('the token is not signed with ES256')
    issuer = claims['issuer'] if isinstance(claims['issuer'], str) else claims['issuer']['id']
    if claims.get('iss') != issuer or claims.get('jti') != claims.get('id'):
        raise Refused('the token says something else than the credential')
    method = key_of(did_document_of(issuer), header['kid'], issuer)
    jwk, raw = method['publicKeyJwk'], unpadded(signature)
    x, y = (int.from_bytes(unpadded(jwk[one]), 'big') for one in 'xy')
    public = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    halves = [int.from_bytes(half, 'big') for half in (raw[:32], raw[32:])]
    try:
        public.verify(utils.encode_dss_signature(*halves), f'{head}.{body}'.encode(), ec.ECDSA(SHA256()))
    except InvalidSignature:
        raise Refused('the signature does not fit') from None
    return claims, method, claims.get('iat', claims.get('nbf'))


def read_embedded(credential: dict, did_document_of):
    """The credential, whose one embedded proof fits, its key and the claimed time of signing."""
    if jsonld is None:
        raise NeedsPyld('pyld is missing: proofs over canonical RDF cannot be checked')
    document = {name: value for name, value in credential.items() if name != 'proof'}
    proofs = credential.get('proof')
    proof = proofs[0] if isinstance(proofs, list) and len(proofs) == 1 else proofs
    if not isinstance(proof, dict) or proof.get('cryptosuite') != 'eddsa-rdfc-2022':
        raise Refused('there is no single proof eddsa-rdfc-2022')
    if proof.get('type') != 'DataIntegrityProof' or proof.get('proofPurpose') != 'assertionMethod':
        raise Refused('the proof is for another purpose')
    issuer = document['issuer'] if isinstance(document['issuer'], str) else document['issuer']['id']
    method = key_of(did_document_of(issuer), proof['verificationMethod'], issuer)
    options = {name: value for name, value in proof.items() if name != 'proofValue'}
    options['@context'] = document['@context']
    message = b''.join(hashlib.sha256(canonical(one)).digest() for one in (options, document))
    key = base58(method['publicKeyMultibase'])
    if key[:2] != b'\xed\x01':
        raise Refused('the key is not of Ed25519')
    try:
        ed25519.Ed25519PublicKey.from_public_bytes(key[2:]).verify(base58(proof['proofValue']), message)
    except InvalidSignature:
        raise Refused('the signature does not fit') from None
    return document, method, proof['created']


def canonical(document: dict) -> bytes:
    """Canonical N-Quads. A member that no context defines would be left out of the signature, so it is refused."""
    contexts = document['@context'] if isinstance(document['@context'], list) else [document['@context']]
    caught = jsonld.expand({**document, '@context': [{'@vocab': UNDEFINED}, *contexts]})
    if UNDEFINED in json.dumps(caught):
        raise Refused('a member of the credential is not covered by the signature')
    options = {'algorithm': 'URDNA2015', 'format': 'application/n-quads'}
    return jsonld.normalize(document, options).encode()


def base58(multibase: str) -> bytes:
    if not multibase.startswith('z'):
        raise Refused('a value is not in base58btc')
    number = 0
    for letter in multibase[1:]:
        number = number * 58 + ALPHABET.index(letter)
    digits = number.to_bytes((number.bit_length() + 7) // 8, 'big')
    zeros = len(multibase) - 1 - len(multibase[1:].lstrip('1'))
    return b'\0' * zeros + digits
