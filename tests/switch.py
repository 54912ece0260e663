"""A telephone switch for tests: it answers one call over SIP, listens to its digits, and hangs up when it shall."""

from __future__ import annotations

import socket
import struct
import threading
import time
from typing import NamedTuple

KEYS = "0123456789*#"
_SDP = """v=0\r
o=- 1 1 IN IP4 127.0.0.1\r
s=-\r
c=IN IP4 127.0.0.1\r
t=0 0\r
m=audio {port} RTP/AVP 0 101\r
a=rtpmap:0 PCMU/8000\r
a=rtpmap:101 telephone-event/8000\r
a=fmtp:101 0-15\r
"""


class Packet(NamedTuple):
    """What came over RTP: the second since the call was answered, and the parts of the packet."""

    at: float
    marker: bool
    payload: int
    number: int
    timestamp: int
    source: int
    content: bytes


class Digit(NamedTuple):
    """A key as it was understood: when its first packet came, its timestamp, and how long it was held, in samples."""

    key: str
    at: float
    timestamp: int
    duration: int


class Switch:
    """Answers one call.

    It hangs up after so many seconds, or a second after the key `hangs_up_on`; else it waits for the caller to do it.
    """

    def __init__(self, hangs_up_after: float | None = None, hangs_up_on: str = "") -> None:
        self.hangs_up_after = hangs_up_after
        self.hangs_up_on = hangs_up_on
        self.sip, self.rtp = _socket(), _socket()
        self.port: int = self.sip.getsockname()[1]
        self.requests: list[str] = []
        self.packets: list[Packet] = []
        self.answered = 0.0
        self._over = threading.Event()
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._signal, self._listen)]
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """Stop, and forget the sockets."""
        self._over.set()
        for thread in self._threads:
            thread.join(5)
        self.sip.close()
        self.rtp.close()

    @property
    def methods(self) -> list[str]:
        """What was asked, word by word, each once in a row; a request that is sent again counts once."""
        words = [one.partition(" ")[0] for one in self.requests]
        return [word for number, word in enumerate(words) if not number or word != words[number - 1]]

    def digits(self) -> list[Digit]:
        """Understand the telephone-events: packets with one timestamp are one key (RFC 4733)."""
        found: dict[int, Digit] = {}
        for packet in self.packets:
            if packet.payload == 101:
                event, _, duration = struct.unpack("!BBH", packet.content)
                first = found.get(packet.timestamp)
                at = first.at if first else packet.at
                found[packet.timestamp] = Digit(KEYS[event], at, packet.timestamp, duration)
        return list(found.values())

    def _signal(self) -> None:
        invite, caller, said_bye = "", ("", 0), False
        while not self._over.is_set():
            if invite and not said_bye and self._is_due():
                said_bye = True
                self.sip.sendto(_bye(invite, self.port), caller)
            try:
                data, caller = self.sip.recvfrom(65535)
            except TimeoutError:
                continue
            text = data.decode()
            self.requests.append(text.partition("\r\n")[0])
            if text.startswith("INVITE") and not invite:
                invite, self.answered = text, time.monotonic()
            if text.startswith(("INVITE", "BYE")):
                body = _SDP.format(port=self.rtp.getsockname()[1]) if text.startswith("INVITE") else ""
                self.sip.sendto(_answer(text, self.port, body), caller)

    def _is_due(self) -> bool:
        now = time.monotonic() - self.answered
        pressed = [digit.at for digit in self.digits() if digit.key == self.hangs_up_on]
        due = pressed[0] + 1 if pressed else self.hangs_up_after
        return due is not None and now > due

    def _listen(self) -> None:
        while not self._over.is_set():
            try:
                data = self.rtp.recv(65535)
            except TimeoutError:
                continue
            _, kind, number, timestamp, source = struct.unpack("!BBHII", data[:12])
            at = time.monotonic() - self.answered
            self.packets.append(Packet(at, bool(kind >> 7), kind & 127, number, timestamp, source, data[12:]))


def _socket() -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    made.bind(("127.0.0.1", 0))
    made.settimeout(0.05)
    return made


def free_port() -> int:
    """Give a port of this machine that nobody uses."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _headers(text: str, *names: str) -> list[str]:
    lines = text.partition("\r\n\r\n")[0].split("\r\n")[1:]
    return [line for name in names for line in lines if line.lower().startswith(f"{name.lower()}:")]


def _answer(request: str, port: int, body: str) -> bytes:
    headers = _headers(request, "Via", "From", "To", "Call-ID", "CSeq")
    tagged = [f"{line};tag=switch" if line.startswith("To:") and "tag=" not in line else line for line in headers]
    more = [f"Contact: <sip:switch@127.0.0.1:{port}>", *(["Content-Type: application/sdp"] if body else [])]
    return "\r\n".join(["SIP/2.0 200 OK", *tagged, *more, f"Content-Length: {len(body)}", "", body]).encode()


def _bye(invite: str, port: int) -> bytes:
    """Hang up: the switch is the one that was called, so it writes itself as the sender."""
    (caller,), (called,), (contact,) = (_headers(invite, name) for name in ("From", "To", "Contact"))
    target = contact.partition("<")[2].partition(">")[0]
    lines = [
        f"BYE {target} SIP/2.0",
        f"Via: SIP/2.0/UDP 127.0.0.1:{port};branch=z9hG4bK-switch",
        f"From:{called.partition(':')[2]};tag=switch",
        f"To:{caller.partition(':')[2]}",
        *_headers(invite, "Call-ID"),
        "CSeq: 1 BYE",
        "Max-Forwards: 70",
        "Content-Length: 0",
        "",
        "",
    ]
    return "\r\n".join(lines).encode()
