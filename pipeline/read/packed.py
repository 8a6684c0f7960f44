"""A document as bytes, and back: msgpack, whose decoding can build nothing but what is asked for."""

import msgspec

from pipeline.model.document import Document
from pipeline.model.placed import PlacedWords


def pack_words(words: object) -> bytes:
    """What stands for placed words in msgpack."""
    if isinstance(words, PlacedWords):
        return words.packed
    raise NotImplementedError  # what msgspec asks a hook to raise for a type it does not know


def unpack_words(kind: type, packed: object) -> PlacedWords:
    """The placed words again. Raises TypeError for anything else."""
    if kind is PlacedWords and isinstance(packed, bytes):
        return PlacedWords(packed)
    raise TypeError


_ENCODER = msgspec.msgpack.Encoder(enc_hook=pack_words)
_DECODER = msgspec.msgpack.Decoder(Document, dec_hook=unpack_words)


def pack_document(document: Document) -> bytes:
    """The document as bytes. Raises UnicodeEncodeError where its text is none that can be encoded."""
    return _ENCODER.encode(document)


def unpack_document(data: bytes) -> Document:
    """The document that `pack_document` was given. Raises msgspec.MsgspecError or ValueError where the bytes are others."""
    return _DECODER.decode(data)
