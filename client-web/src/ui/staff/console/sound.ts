// A soft tone for a red alert and another for an amber one; off until she switches it on. Made here, nothing is loaded.
import { AlertLevel } from "../../../protocol/generated/nightlight/wire/v1/room_pb";

const tones: Partial<Record<AlertLevel, readonly number[]>> = {
  [AlertLevel.RED]: [440, 587],
  [AlertLevel.AMBER]: [330],
};
const each_s = 0.28;
const loudest = 0.08;

let speaker: AudioContext | null = null;

// Called from her tap, since browsers let a page be heard only after one.
export function wakeSound(): void {
  speaker ??= new AudioContext();
  void speaker.resume();
}

export function play(level: AlertLevel): void {
  const sound = speaker;
  if (sound === null) return;
  (tones[level] ?? []).forEach((frequency, place) => {
    const tone = sound.createOscillator();
    const loudness = sound.createGain();
    const begins = sound.currentTime + place * each_s;
    tone.frequency.value = frequency;
    loudness.gain.setValueAtTime(0, begins);
    loudness.gain.linearRampToValueAtTime(loudest, begins + 0.05);
    loudness.gain.linearRampToValueAtTime(0, begins + each_s);
    tone.connect(loudness).connect(sound.destination);
    tone.start(begins);
    tone.stop(begins + each_s);
  });
}
