import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { longestNotice, workingDaysAhead, workingDaysNeeded } from "../../../server/http/notices/wire.ts";
import { wordsOf } from "../field.tsx";
import { instantOf } from "./moment.ts";
import type { Act } from "./notices.tsx";
import { noticesApi } from "./notices-api.ts";

interface Written {
  readonly kind: "notice" | "stop";
  readonly text: string;
  readonly from: number | undefined;
  readonly until: number | undefined;
}

const nothing: Written = { kind: "notice", text: "", from: undefined, until: undefined };

/** Words to everybody: plain text, from when until when; a planned stop too late to be announced is warned of. */
export function NoticeForm({ act }: { readonly act: Act }): VNode {
  const [written, setWritten] = useState(nothing);
  const { kind, text, from, until } = written;
  const isBackwards = from !== undefined && until !== undefined && until <= from;
  return (
    <form
      class="notice-form"
      onInput={(event) => setWritten(readForm(event.currentTarget))}
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        if (from === undefined || until === undefined || isBackwards) return;
        void act(noticesApi.post({ kind, text: text.trim(), from, until })).then((done) => {
          if (!done) return;
          form.reset();
          setWritten(nothing);
        });
      }}
    >
      <h3>Đăng thông báo mới</h3>
      <p class="field">
        <label for="kind">Loại</label>
        <select id="kind" name="kind">
          <option value="notice">Thông báo</option>
          <option value="stop">Tạm ngừng có kế hoạch</option>
        </select>
      </p>
      <p class="field">
        <label for="text">Lời thông báo (chữ thường, không liên kết)</label>
        <textarea id="text" name="text" rows={3} required minLength={5} maxLength={longestNotice} />
      </p>
      <When name="from" label={kind === "stop" ? "Ngừng từ" : "Hiện từ"} />
      <When name="until" label="Đến" />
      <div role="status">
        {isBackwards && <p class="short-notice">Ngày kết thúc phải sau ngày bắt đầu.</p>}
        {kind === "stop" && <Ahead stopsAt={from} />}
      </div>
      <button type="submit" class="button primary">
        Đăng
      </button>
    </form>
  );
}

function When({ name, label }: { readonly name: string; readonly label: string }): VNode {
  return (
    <fieldset class="when">
      <legend>{label}</legend>
      <label>
        Ngày <input type="date" name={`${name}Day`} required />
      </label>
      <label>
        Giờ <input type="time" name={`${name}Clock`} required />
      </label>
    </fieldset>
  );
}

function Ahead({ stopsAt }: { readonly stopsAt: number | undefined }): VNode | null {
  if (stopsAt === undefined)
    return <p class="hint">Tạm ngừng phải báo trước {workingDaysNeeded} ngày làm việc (Nghị định 224/2026, Điều 13).</p>;
  const days = workingDaysAhead(Date.now(), stopsAt);
  if (days >= workingDaysNeeded) return <p class="hint">Báo trước đủ {workingDaysNeeded} ngày làm việc, chưa trừ ngày lễ, Tết.</p>;
  return (
    <p class="short-notice">
      Chỉ còn {days} ngày làm việc. Tạm ngừng phải báo trước {workingDaysNeeded} ngày làm việc (Nghị định 224/2026, Điều 13); hãy lùi ngày
      nếu được. Sự cố thì dùng nút tạm ngừng ở trên.
    </p>
  );
}

function readForm(form: HTMLFormElement): Written {
  const { kind, text = "", fromDay = "", fromClock = "", untilDay = "", untilClock = "" } = wordsOf(form);
  return { kind: kind === "stop" ? "stop" : "notice", text, from: instantOf(fromDay, fromClock), until: instantOf(untilDay, untilClock) };
}
