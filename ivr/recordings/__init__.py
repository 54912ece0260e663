"""The recording sheet: what has to be recorded for a flow, and what has to be recorded again when it has changed."""

from __future__ import annotations

from ivr.recordings.compare import Change, compared, to_record
from ivr.recordings.listed import Recordings, Total, recordings_of
from ivr.recordings.row import Row, Use

__all__ = ["Change", "Recordings", "Row", "Total", "Use", "compared", "recordings_of", "to_record"]
