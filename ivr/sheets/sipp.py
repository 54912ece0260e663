"""`sipp`: a scenario for SIPp a call, which dials the line over SIP and sends its digits as RTP telephone-events.

Beside each scenario stands a capture with the digits at their moments (see `ivr.telephone_event`). What a caller cannot
do over SIP (lookups, desks, words, the time of day) stands in the scenario as a comment, and in the notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from zlib import crc32

from ivr.effect import Record
from ivr.flow import Flow
from ivr.played import Played, Turn, beginning, dialling, doing, heard, outcome, played, unused
from ivr.printable import printable
from ivr.sheet import PlannedCall, Sheet, SheetError, Written
from ivr.telephone_event import EVENTS, PAUSE, PAYLOAD, TONE, capture
from ivr.transcript import clock
from ivr.witness import ANSWER, PRESS, SPEAK
from ivr.xml_text import content, tag

REACTION: Final = 0.4
"""Seconds from the announcement of a key until it is pressed."""
_AT_ONCE: Final = 0.3
_MESSAGE: Final = 3.0
"""Seconds of a message that is left."""
_ANSWERING: Final = 2.0
_RINGING: Final = 25.0
"""Seconds that a lookup may take, and those until a desk that nobody answers is given up: guesses."""
_STAYS: Final = 3.0
"""Seconds for which the caller stays on the line where the call goes on."""
_PATIENCE: Final = 30.0
"""Seconds that the line may be slower than reckoned until it hangs up."""
_NAME: Final = re.compile(r"[\w .()+-]+")
_NUMBER: Final = re.compile(r"[+\d()][\d() .-]*")


class _Act(NamedTuple):
    """Something at a second of the scenario: what is done, what is heard after it, and the keys that are sent."""

    at: float
    said: str
    heard: tuple[str, ...] = ()
    keys: str = ""


class _Plan(NamedTuple):
    """The acts of a call, the second at which it should be over, and whether the line is to hang up by itself."""

    acts: tuple[_Act, ...]
    over: float
    by_line: bool

    def digits(self) -> Iterator[tuple[float, str]]:
        """Give every key with its second."""
        for act in self.acts:
            yield from ((act.at + number * (TONE + PAUSE), key) for number, key in enumerate(act.keys))


def _write(flow: Flow, calls: tuple[PlannedCall, ...], stem: str) -> Written:
    if not _NAME.fullmatch(stem):
        message = f"'{stem}' cannot be the name of a scenario for sipp; use letters, digits, and - _ . only"
        raise SheetError(message)
    files: list[tuple[str, bytes]] = []
    for number, call in enumerate(calls, 1):
        added = f"-{number:0{len(str(len(calls)))}d}" if len(calls) > 1 else ""
        done = played(flow, call)
        plan = _plan(flow, call, done)
        files.append((f"{added}.xml", _scenario(flow, call, done, plan, f"{stem}{added}").encode()))
        source = crc32(f"{call.witness.line} {call.title}".encode())
        files.append((f"{added}.pcap", capture(plan.digits(), plan.over + _PATIENCE, source)))
    return Written(tuple(files), (*unused(flow, calls), *_notes(flow, calls)))


def _plan(flow: Flow, call: PlannedCall, done: Played) -> _Plan:
    """Lay the turns along the seconds of a real call: keys take time, and so do messages and answers."""
    first, *turns = done.turns
    keys = flow.lines[call.witness.line].press
    acts = [_Act(0.0, dialling(flow, call), heard(flow, first))]
    later = 0.0
    if keys:
        acts.append(_Act(_AT_ONCE, f"press {keys} at once", (), keys))
        later = _AT_ONCE + _length(keys)
    for turn in turns:
        at, keys, taken = _act(turn, later + turn.at)
        acts.append(_Act(at, doing(flow, turn), heard(flow, turn), keys))
        later = at + taken - turn.at
    ended = done.call.ended
    over = later + done.call.seconds
    by_line = ended is not None and ended.how not in {"transfer", "caller"}
    stays = 0.0 if ended is not None and ended.how == "caller" else _STAYS
    return _Plan(tuple(acts), over if by_line else over + stays, by_line)


def _act(turn: Turn, at: float) -> tuple[float, str, float]:
    """Give when a turn happens that is reckoned for `at`, the keys that are sent, and how long it takes."""
    step = turn.step
    if step is not None and step.kind == PRESS:
        keys = "".join(key for key in step.what if key in EVENTS)
        return at + REACTION, keys, _length(keys)
    if step is not None and step.kind == ANSWER:
        if isinstance(turn.asked, Record) and not turn.is_arranged:
            keys = turn.asked.end[:1]
            return at + (_MESSAGE if keys else turn.asked.seconds), keys, _length(keys)
        return at, "", _RINGING if step.what == "no-answer" else _ANSWERING
    return at, "", _ANSWERING if step is not None and step.kind == SPEAK else 0.0


def _length(keys: str) -> float:
    """Give the seconds that it takes to press some keys, up to the end of the last."""
    return max(len(keys) * (TONE + PAUSE) - PAUSE, 0.0)


def _notes(flow: Flow, calls: tuple[PlannedCall, ...]) -> Iterator[str]:
    done = [played(flow, call) for call in calls]
    arranged = [number for number, one in enumerate(done, 1) if any(turn.is_arranged for turn in one.turns)]
    spoken = [number for number, call in enumerate(calls, 1) if any(one.kind == SPEAK for one in call.witness.steps)]
    timed = [number for number, call in enumerate(calls, 1) if call.witness.when]
    begun = [number for number, call in enumerate(calls, 1) if beginning(call)]
    for numbers, said in (
        (arranged, "sipp cannot make lookups and desks answer; see to it, or the call goes another way"),
        (spoken, "sipp says no words; say them, or leave the call out"),
        (timed, "the time of the call counts; make it when its scenario says"),
        (begun, "something has to hold before the call begins; see to it"),
    ):
        if numbers:
            yield f"call{'' if len(numbers) == 1 else 's'} {', '.join(map(str, numbers))}: {said}"
    if calls:
        yield "sipp sends digits from a capture, for which it has to be root; it does not listen to what is said"


def _scenario(flow: Flow, call: PlannedCall, done: Played, plan: _Plan, name: str) -> str:
    number = re.sub(r"[^+\d]", "", (_NUMBER.match(call.witness.line) or ["service"])[0]) or "service"
    head = [
        call.title,
        f"Run as root: sipp -sf '{name}.xml' -s {number} -m 1 -aa HOST",
        *([f"First {beginning(call)}."] if beginning(call) else []),
        f"In the end: {outcome(flow, done).removeprefix('ends: ')}.",
    ]
    blocks = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        *map(_comment, head),
        tag("scenario", name=printable(call.title)),
        _INVITE,
        f'<nop><action><exec play_pcap_audio="{name}.pcap"/></action></nop>',
        *_paced(plan),
        *_ending(plan),
        "</scenario>",
    ]
    return "\n".join(blocks) + "\n"


def _paced(plan: _Plan) -> Iterator[str]:
    """Give what is done as comments, with the pauses between; the digits are in the capture."""
    passed = 0.0
    for act in plan.acts:
        if act.at > passed:
            yield _pause(act.at - passed)
            passed = act.at
        yield _comment(f"{clock(act.at)} {act.said}")
        yield from (_comment(f"     hear {one}") for one in act.heard)
        if act.keys:
            yield _pause(_length(act.keys))
            passed += _length(act.keys)


def _ending(plan: _Plan) -> Iterator[str]:
    last = plan.acts[-1]
    rest = max(plan.over - last.at - _length(last.keys), 0.0)
    if plan.by_line:
        yield _comment("the line hangs up")
        yield f'<recv request="BYE" timeout="{_milliseconds(rest + _PATIENCE)}"/>'
        yield _OK
    else:
        yield from ([_pause(rest)] if rest else [])
        yield _comment("the caller hangs up")
        yield _BYE


def _pause(seconds: float) -> str:
    return f'<pause milliseconds="{_milliseconds(seconds)}"/>'


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000)


def _comment(text: str) -> str:
    """Write a comment; two dashes would end it."""
    return f"<!-- {re.sub('-(?=-)', '- ', content(printable(text)))} -->"


_CALLER = "From: <sip:ivr@[local_ip]:[local_port]>;tag=[pid]-[call_number]"
_VIA = "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]"
_INVITE: Final = f"""\
<send retrans="500"><![CDATA[

INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
{_VIA}
{_CALLER}
To: <sip:[service]@[remote_ip]:[remote_port]>
Call-ID: [call_id]
CSeq: 1 INVITE
Contact: <sip:ivr@[local_ip]:[local_port];transport=[transport]>
Max-Forwards: 70
Content-Type: application/sdp
Content-Length: [len]

v=0
o=ivr 1 1 IN IP[local_ip_type] [local_ip]
s=-
c=IN IP[media_ip_type] [media_ip]
t=0 0
m=audio [auto_media_port] RTP/AVP 0 {PAYLOAD}
a=rtpmap:0 PCMU/8000
a=rtpmap:{PAYLOAD} telephone-event/8000
a=fmtp:{PAYLOAD} 0-11

]]></send>
<recv response="100" optional="true"/>
<recv response="180" optional="true"/>
<recv response="183" optional="true"/>
<recv response="200" rrs="true"/>
<send><![CDATA[

ACK [next_url] SIP/2.0
{_VIA}
[routes]
{_CALLER}
[last_To:]
Call-ID: [call_id]
CSeq: 1 ACK
Max-Forwards: 70
Content-Length: 0

]]></send>"""
_BYE: Final = f"""\
<send retrans="500"><![CDATA[

BYE [next_url] SIP/2.0
{_VIA}
[routes]
{_CALLER}
[last_To:]
Call-ID: [call_id]
CSeq: 2 BYE
Max-Forwards: 70
Content-Length: 0

]]></send>
<recv response="200"/>"""
_OK: Final = """\
<send><![CDATA[

SIP/2.0 200 OK
[last_Via:]
[last_From:]
[last_To:]
[last_Call-ID:]
[last_CSeq:]
Content-Length: 0

]]></send>"""

sipp = Sheet("sipp", (".xml",), _write)
