"""What became of a promise, in words."""

from __future__ import annotations

from ivr.promise.prove import Proof


def proof_words(proof: Proof) -> str:
    """Tell the worst case of a promise that is kept, and the call on which another fails."""
    if proof.call is not None:
        return f"{proof.call.words()}: {_ends(proof)}"
    if proof.reason or proof.worst is None:
        return proof.reason or "at all its hours"
    case = proof.worst
    keys = f"{case.keys} {'key' if case.keys == 1 else 'keys'}"
    start = f", from {proof.start}" if proof.start else ""
    when = f", {case.time.at:%A %H:%M}" if proof.timed else ""
    return f"at most {keys}, {case.seconds:.0f} s{start}{when}"


def _ends(proof: Proof) -> str:
    case = proof.worst
    if case is not None and case.keys is not None:
        return f"{case.keys} {'key' if case.keys == 1 else 'keys'}, {case.seconds:.0f} s"
    call = proof.call
    if call is None or not call.end:
        return f"the caller is at '{call.reach}' then" if call else ""
    return {"hangup": "the line hangs up", "dropped": "the caller is dropped"}.get(call.end, call.end)
