// What can be heard: keys as the pairs of tones that telephones send, recordings, and the browser's own speech.

const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477];
const PAD = "123456789*0#";

/** Sound, off until it is asked for; `on` says which kinds are wanted. */
export class Sound {
  constructor(recordings) {
    this.recordings = recordings;
    this.on = { keys: false, voice: false };
    this.context = null;
    this.playing = null;
  }

  /** Sound a key: two tones at once (ITU-T Q.23). */
  tone(key) {
    const at = PAD.indexOf(key);
    if (!this.on.keys || at < 0) return;
    this.context = this.context || new AudioContext();
    const gain = this.context.createGain();
    gain.gain.value = 0.1;
    gain.connect(this.context.destination);
    for (const frequency of [ROWS[Math.floor(at / 3)], COLUMNS[at % 3]]) {
      const oscillator = this.context.createOscillator();
      oscillator.frequency.value = frequency;
      oscillator.connect(gain);
      oscillator.start();
      oscillator.stop(this.context.currentTime + 0.16);
    }
  }

  /** Say a prompt: its recording if there is one, else the browser reads it in its language. */
  say(prompt) {
    if (!this.on.voice) return;
    if (prompt.audio in this.recordings) {
      this.playing = new Audio(this.recordings[prompt.audio]);
      this.playing.play().catch(() => this.read(prompt));
    } else {
      this.read(prompt);
    }
  }

  read(prompt) {
    if (!prompt.text || !("speechSynthesis" in window)) return;
    const utterance = new SpeechSynthesisUtterance(prompt.text);
    utterance.lang = prompt.language;
    speechSynthesis.speak(utterance);
    this.reading = true;
  }

  /** Be quiet. */
  hush() {
    if (this.reading) speechSynthesis.cancel();
    this.reading = false;
    if (this.playing) this.playing.pause();
  }
}
