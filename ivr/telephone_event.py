"""Digits as RTP telephone-events (RFC 4733), in a capture file that SIPp plays: one stream a call, exact to the packet.

SIPp 3.6 can make digits itself (`play_dtmf`), but sends them with payload types of its own (96 and 97), begins the
timestamps anew for each request, and so repeats them, which makes switches drop digits as repetitions. In a capture the
whole call is one stream: one source, sequence numbers without a gap, and timestamps that go with the time.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

TONE: Final = 0.1
"""Seconds that a key is held down."""
PAUSE: Final = 0.1
"""Seconds between two keys of one entry."""
EVENTS: Final = "0123456789*#"
"""The keys, each at its number as an event (RFC 4733, section 3.2)."""
PAYLOAD: Final = 101
"""The payload type that is offered for telephone-events."""
_PCMU: Final = 0
_RATE: Final = 8000
_FRAME: Final = 0.02
_SILENCE: Final = b"\xff" * int(_RATE * _FRAME)
_ALIVE: Final = 1.0
"""Seconds between two frames of silence: they tell the other side, and what is on the way, where the caller is."""
_START: Final = 1
"""The time of the capture's beginning; SIPp sends what bears no time at all, and the packet behind it, at once."""
_VOLUME: Final = 10
_END: Final = 0x80
_ENDS: Final = 3
"""How often the end of an event is sent (RFC 4733, section 2.5.1.4)."""


class Packet(NamedTuple):
    """An RTP packet: the second at which it is sent, 1 where it begins something, its type, timestamp, content."""

    at: float
    marker: int
    payload: int
    timestamp: int
    content: bytes


def capture(keys: Iterable[tuple[float, str]], seconds: float, source: int) -> bytes:
    """Give a capture (pcap) of a caller who presses `keys`, each at its second, for so many seconds.

    `source` is the SSRC of the stream. Times are those of the packets, from the beginning of the capture.
    """
    pressed = sorted(keys)
    packets = sorted((*_events(pressed), *_alive(pressed, seconds)), key=lambda packet: packet.at)
    header = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1)
    return header + b"".join(_captured(number, packet, source) for number, packet in enumerate(packets))


def _events(keys: Iterable[tuple[float, str]]) -> Iterator[Packet]:
    """Give the packets of key presses: one each 20 ms with the duration so far, and the end three times."""
    for at, key in keys:
        begin = _samples(at)
        updates = round(TONE / _FRAME)
        for number in range(updates):
            duration = (number + 1) * int(_RATE * _FRAME)
            content = struct.pack("!BBH", EVENTS.index(key), _VOLUME, duration)
            yield Packet(at + number * _FRAME, int(number == 0), PAYLOAD, begin, content)
        over = struct.pack("!BBH", EVENTS.index(key), _END | _VOLUME, _samples(TONE))
        yield from (Packet(at + TONE, 0, PAYLOAD, begin, over) for _ in range(_ENDS))


def _alive(keys: list[tuple[float, str]], seconds: float) -> Iterator[Packet]:
    """Give a frame of silence each second in which no key is pressed."""
    for second in range(int(seconds) + 1):
        at = second * _ALIVE
        if not any(pressed - _FRAME < at < pressed + TONE + _FRAME for pressed, _ in keys):
            yield Packet(at, 1, _PCMU, _samples(at), _SILENCE)


def _samples(seconds: float) -> int:
    return round(seconds * _RATE)


def _captured(number: int, packet: Packet, source: int) -> bytes:
    """Put a packet into a frame as Ethernet carries it; SIPp puts the real addresses in."""
    kind = packet.payload | packet.marker << 7
    timestamp = packet.timestamp & 0xFFFFFFFF
    rtp = struct.pack("!BBHII", 0x80, kind, number & 0xFFFF, timestamp, source) + packet.content
    udp = struct.pack("!HHHH", 40000, 40000, 8 + len(rtp), 0) + rtp
    local = bytes((127, 0, 0, 1))
    ip = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(udp), 0, 0x4000, 64, 17, 0, local, local)
    frame = bytes(12) + b"\x08\x00" + ip + udp
    microseconds = round((packet.at + _START) * 1_000_000)
    return struct.pack("<IIII", *divmod(microseconds, 1_000_000), len(frame), len(frame)) + frame
