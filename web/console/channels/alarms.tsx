import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { AlarmItem, Me } from "../../../server/http/wire.ts";
import { api } from "../api.ts";
import { channels } from "./channel-names.ts";
import { moment } from "./window-in-words.ts";

const words: Record<AlarmItem["name"], string> = {
  token: "Meta không nhận khóa của Trang nữa nên chưa gửi được gì. Cần kết nối lại Trang và thay MESSENGER_PAGE_TOKEN.",
  subscription: "Trang không còn gửi đủ tin về đây. Bấm “Nhận tin lại”.",
  silence: "Trên Trang có tin mới mà không về đến đây. Bấm “Nhận tin lại”; vẫn thế thì xem webhook của ứng dụng trên Meta.",
  signature:
    "Có người gửi tin với chữ ký lạ. Nếu vừa đổi khóa ở bên ấy thì cần thay trong cấu hình: MESSENGER_APP_SECRET, hay BOTPRESS_SIGNING_SECRET.",
  sending: "Không gửi tin đi được: khóa hết hạn, thiếu quyền, bị chặn hoặc sai cấu hình. Mã lỗi ở bên.",
  reach: "Không hỏi được Meta xem kết nối còn tốt không. Thường tự khỏi; lâu quá thì xem mạng của máy chủ.",
};
const repairable: readonly AlarmItem["name"][] = ["subscription", "silence"];

/** What does not work between us and a provider, and the one thing that can be done about it from here. */
export function Alarms({
  alarms,
  me,
  onChanged,
}: {
  readonly alarms: readonly AlarmItem[];
  readonly me: Me;
  readonly onChanged: () => void;
}): VNode | null {
  const [outcome, setOutcome] = useState("");
  if (alarms.length === 0) return null;
  const repair = async (channel: string) => {
    const { kind, why } = await api.repair(channel);
    setOutcome(kind === "repaired" ? "Đã xin nhận tin lại." : `Chưa được: ${why ?? ""}`);
    onChanged();
  };
  const failed = (fault: unknown) => setOutcome(fault instanceof Error ? fault.message : "Có trục trặc.");
  return (
    <section class="alarms" aria-label="Báo động">
      <ul>
        {alarms.map(({ channel, name, since, why }) => (
          <li key={`${channel} ${name}`}>
            <strong>{channels[channel] ?? channel}:</strong> {words[name]}{" "}
            <span class="hint">
              (từ {moment(since)}; {why})
            </span>{" "}
            {me.role === "administrator" && repairable.includes(name) && (
              <button type="button" class="button" onClick={() => void repair(channel).catch(failed)}>
                Nhận tin lại
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{outcome}</p>
    </section>
  );
}
