import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { DeskItem } from "../../../server/http/desk/wire.ts";

const silent = "tat-chuong";
const notices = "bat-thong-bao";
const againMs = 60_000;

/** Cases nobody has seen in their time: a banner, a sound, and, where it was asked for, a notice of the browser. */
export function UnseenAlarm({ items, onOpen }: { readonly items: readonly DeskItem[]; readonly onOpen: (id: string) => void }): VNode {
  const [sounds, setSounds] = useState(localStorage.getItem(silent) === null);
  const [notifies, setNotifies] = useState(localStorage.getItem(notices) !== null && granted());
  const told = useRef(new Set<string>());
  const unseen = items.filter(({ alarm }) => alarm);
  const [first] = unseen;
  const ids = unseen.map(({ id }) => id).join(" ");
  useEffect(() => {
    const fresh = ids.split(" ").filter((id) => id !== "" && !told.current.has(id));
    for (const id of fresh) told.current.add(id);
    if (ids === "") return;
    const tell = () => {
      if (sounds) beep();
      // Neutral: it may be read over a shoulder.
      if (notifies) new Notification("Bàn tư vấn", { body: "Có cuộc trò chuyện chưa ai xem.", tag: "chua-xem" });
    };
    if (fresh.length > 0) tell();
    const timer = setInterval(tell, againMs);
    return () => clearInterval(timer);
  }, [ids, sounds, notifies]);
  const turnSound = (on: boolean) => {
    if (on) localStorage.removeItem(silent);
    else localStorage.setItem(silent, "1");
    setSounds(on);
    if (on) beep();
  };
  const turnNotices = async (on: boolean) => {
    const may = on && (granted() || (await Notification.requestPermission()) === "granted");
    if (may) localStorage.setItem(notices, "1");
    else localStorage.removeItem(notices);
    setNotifies(may);
  };
  const dangers = unseen.filter(({ risk }) => risk === "danger").length;
  return (
    <>
      <div role="alert">
        {first && (
          <p class="unseen">
            <strong>
              {unseen.length} cuộc chưa ai xem{dangers > 0 && `, ${dangers} có dấu hiệu nguy hiểm`}.
            </strong>{" "}
            <button type="button" class="button" onClick={() => onOpen(first.id)}>
              Mở cuộc đầu
            </button>
          </p>
        )}
      </div>
      <details class="menu">
        <summary class="button">Chuông báo…</summary>
        <p>
          <label>
            <input type="checkbox" checked={sounds} onChange={(event) => turnSound(event.currentTarget.checked)} /> Kêu khi có cuộc chưa ai
            xem
          </label>
        </p>
        {"Notification" in window && (
          <p>
            <label>
              <input type="checkbox" checked={notifies} onChange={(event) => void turnNotices(event.currentTarget.checked)} /> Hiện thông
              báo của trình duyệt, kể cả khi đang ở trang khác (trình duyệt sẽ hỏi anh/chị)
            </label>
          </p>
        )}
      </details>
    </>
  );
}

function granted(): boolean {
  return "Notification" in window && Notification.permission === "granted";
}

/** Two short tones; nothing is loaded for it. */
function beep(): void {
  // Before the first press or key a page may make no sound.
  if (!navigator.userActivation.hasBeenActive) return;
  const audio = new AudioContext();
  for (const [start, pitch] of [
    [0, 660],
    [0.25, 880],
  ] as const) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    volume.gain.value = 0.15;
    tone.frequency.value = pitch;
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + start);
    tone.stop(audio.currentTime + start + 0.18);
    tone.onended = start > 0 ? () => void audio.close() : null;
  }
}
