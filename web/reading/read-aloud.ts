const words = { start: "Nghe đọc", stop: "Dừng đọc" } as const;

/**
 * Reads what is marked on the page with a voice of the device itself, the short answer first. A voice that speaks by way of
 * some company's server is not used: what somebody reads goes nowhere.
 */
export function offerReadingAloud(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-read-aloud]");
  const parts = [...document.querySelectorAll<HTMLElement>("[data-read]")];
  if (button === null || parts.length === 0 || !("speechSynthesis" in window)) return;
  const offer = () => {
    button.hidden = ownVoice() === undefined;
  };
  const stop = () => {
    speechSynthesis.cancel();
    button.textContent = words.start;
  };
  offer();
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", stop);
  button.addEventListener("click", () => {
    const isReading = button.textContent === words.stop;
    stop();
    if (isReading) return;
    button.textContent = words.stop;
    const sentences = parts.sort(byTurn).flatMap((part) => sentencesOf(part));
    for (const [position, sentence] of sentences.entries()) speak(sentence, position === sentences.length - 1 ? stop : undefined);
  });
}

function ownVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find(({ lang, localService }) => localService && /^vi\b/i.test(lang.replace("_", "-")));
}

function byTurn(a: HTMLElement, b: HTMLElement): number {
  return Number(a.dataset.read) - Number(b.dataset.read);
}

/** One at a time: many devices stop in the middle of a long text. */
function sentencesOf(part: HTMLElement): readonly string[] {
  const blocks = part.matches("p, h1, h2") ? [part] : [...part.querySelectorAll("h2, p, li")];
  return blocks.flatMap(({ textContent }) => (textContent ?? "").split(/(?<=[.?!;:])\s+/)).filter((sentence) => sentence.trim() !== "");
}

function speak(text: string, onEnd: (() => void) | undefined): void {
  const speech = new SpeechSynthesisUtterance(text);
  const voice = ownVoice();
  if (voice === undefined) return;
  speech.voice = voice;
  speech.lang = voice.lang;
  speech.rate = 0.95;
  if (onEnd) speech.addEventListener("end", onEnd);
  speechSynthesis.speak(speech);
}
