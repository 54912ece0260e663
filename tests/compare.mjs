// Replays calls by a table, and tells of the first whose steps differ from what the engine did.

export function compared({ begin, step, rootOf, valuesOf }, line) {
  const { table, calls } = JSON.parse(line);
  const wrong = calls.map((call) => differs(call)).filter(Boolean);
  return { calls: calls.length, wrong: wrong.length, first: wrong[0] || "" };

  function differs({ line, language, at, given, steps }) {
    let made = begin(table, rootOf(table, line, language, given), at);
    for (const [number, { event, call, effects, seconds }] of steps.entries()) {
      if (event) made = step(table, made.call, event);
      if (!made) return `step ${number}: nothing for ${JSON.stringify(event)}`;
      const got = [shown(made.call), made.effects];
      const told = `step ${number} ${JSON.stringify(event)}:`;
      if (!same(got, [call, effects])) return `${told}\n  got    ${JSON.stringify(got)}\n  wanted ${JSON.stringify([call, effects])}`;
      if (Math.abs(made.call.seconds - seconds) > 1e-5) return `${told} ${made.call.seconds} s, not ${seconds}`;
    }
    return "";
  }

  function shown(call) {
    const state = table.states[call.state];
    return {
      node: state.node, language: state.language, failures: state.failures || 0, typed: call.typed,
      stack: state.stack || [], trails: call.trails, values: valuesOf(table, call), presses: call.presses,
      ended: call.ended ? true : table.waits[state.waits].for === "end",
    };
  }

  function same(one, other) {
    if (typeof one !== "object" || one === null || other === null) return one === other;
    const keys = Object.keys(other);
    return Object.keys(one).length === keys.length && keys.every((key) => same(one[key], other[key]));
  }
}
