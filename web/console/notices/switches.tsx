import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { NoticeBoard } from "../../../server/http/notices/wire.ts";
import { channels } from "../channels/channel-names.ts";
import { moment } from "./moment.ts";
import type { Act } from "./notices.tsx";
import { noticesApi } from "./notices-api.ts";

const machine = "machine";
const nameOf = (name: string) => (name === machine ? "Máy trả lời (mọi kênh)" : (channels[name] ?? name));

/** Stops the machine on one channel or on all: what people write is kept and put before a person, and they are told so once. */
export function Switches({ board, act }: { readonly board: NoticeBoard; readonly act: Act }): VNode {
  const [stopping, setStopping] = useState<string>();
  return (
    <>
      <h2>Tạm ngừng máy trả lời</h2>
      <p class="hint">
        Khi ngừng: tin vẫn được giữ và vào hàng chờ, người viết được báo một lần kèm số gọi gấp, tư vấn viên vẫn trả lời được. Lời cứu nguy
        và việc xóa dữ liệu vẫn chạy. Có hiệu lực sau một, hai giây.
      </p>
      <ul class="switches">
        {board.switches.map(({ name, off }) => (
          <li key={name} class={off ? "off" : ""}>
            <strong>{nameOf(name)}</strong>
            <span>{off ? `Đang ngừng từ ${moment(off.since)}, ${off.by}: ${off.reason}` : "Đang chạy"}</span>
            {off ? (
              <button
                type="button"
                class="button"
                onClick={() => void act(noticesApi.switchOn(name))}
                aria-label={`Chạy lại: ${nameOf(name)}`}
              >
                Chạy lại
              </button>
            ) : (
              <button type="button" class="button" onClick={() => setStopping(name)} aria-label={`Ngừng: ${nameOf(name)}`}>
                Ngừng…
              </button>
            )}
          </li>
        ))}
      </ul>
      {stopping !== undefined && <StopDialog name={stopping} act={act} onClose={() => setStopping(undefined)} />}
      <History history={board.history} />
    </>
  );
}

function StopDialog({ name, act, onClose }: { readonly name: string; readonly act: Act; readonly onClose: () => void }): VNode {
  const open = (dialog: HTMLDialogElement | null) => {
    if (dialog && !dialog.open) dialog.showModal();
  };
  return (
    <dialog ref={open} onClose={onClose} aria-labelledby="stop-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
          void act(noticesApi.switchOff(name, reason)).then(onClose);
        }}
      >
        <h3 id="stop-title">Ngừng: {nameOf(name)}</h3>
        <p class="field">
          <label for="reason">Vì sao (chỉ đồng nghiệp đọc)</label>
          <textarea id="reason" name="reason" rows={2} required minLength={5} maxLength={300} />
        </p>
        <p class="buttons">
          <button type="submit" class="button primary">
            Ngừng ngay
          </button>
          <button type="button" class="button" onClick={onClose}>
            Thôi
          </button>
        </p>
      </form>
    </dialog>
  );
}

function History({ history }: { readonly history: NoticeBoard["history"] }): VNode | null {
  if (history.length === 0) return null;
  return (
    <details>
      <summary>Đã ngừng những lần nào</summary>
      <ul>
        {history.map(({ name, since, by, reason, ended }) => (
          <li>
            {nameOf(name)}: {moment(since)}, {by} ({reason}); {ended ? `chạy lại ${moment(ended.at)}, ${ended.by}` : "đang ngừng"}.
          </li>
        ))}
      </ul>
    </details>
  );
}
