import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Office, WireLevels } from "../../../server/http/figures/wire.ts";
import { officeApi, savedInWords } from "./office-api.ts";

const names = { danger: "Nguy hiểm (tính cả ngoài giờ)", freedom: "Liên quan tự do", money: "Liên quan tiền", none: "Thường" } as const;
type Risk = keyof typeof names;
const none: WireLevels = { danger: null, freedom: null, money: null, none: null };

/** Within how many minutes a first answer is due. */
export function Levels({
  kept,
  mayChange,
  onSaved,
}: {
  readonly kept: Office["levels"];
  readonly mayChange: boolean;
  readonly onSaved: () => void;
}): VNode {
  const [draft, setDraft] = useState<WireLevels>(kept.value ?? none);
  const [outcome, setOutcome] = useState("");
  const save = async () => {
    const saved = await officeApi.save("levels", kept.version, draft);
    setOutcome(savedInWords(saved));
    if (saved.kind === "saved") onSaved();
  };
  const set = (risk: Risk, written: string) => setDraft({ ...draft, [risk]: written === "" ? null : Number(written) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save().catch((fault: Error) => setOutcome(fault.message));
      }}
    >
      <fieldset disabled={!mayChange}>
        <legend>Hạn trả lời lần đầu, tính bằng phút trong giờ trực</legend>
        <p class="hint">Để trống là không đặt hạn. Cuộc quá hạn hiện thành báo động ở Hàng chờ và được đếm trong Số liệu.</p>
        <div class="levels">
          {Object.entries(names).map(([risk, name]) => (
            <label key={risk}>
              {name}
              <input
                type="number"
                min={1}
                max={20160}
                inputMode="numeric"
                value={draft[risk as Risk] ?? ""}
                onInput={(event) => set(risk as Risk, event.currentTarget.value)}
              />
            </label>
          ))}
        </div>
      </fieldset>
      {mayChange && (
        <button type="submit" class="button primary">
          Lưu hạn trả lời
        </button>
      )}
      <p role="status">{outcome}</p>
    </form>
  );
}
