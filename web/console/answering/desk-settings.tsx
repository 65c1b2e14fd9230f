import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { SettingsPage } from "../../../server/http/desk/wire.ts";
import { Refused } from "../api.ts";
import type { SectionProps } from "../section.ts";
import { CannedEditor } from "./canned-editor.tsx";
import { deskApi } from "./desk-api.ts";
import "../cases/desk.css";

/** How the desk works: for those who lead. */
export function DeskSettingsPage({ onGone }: SectionProps): VNode {
  const [page, setPage] = useState<SettingsPage>();
  const [said, setSaid] = useState("");
  const refused = (fault: unknown) => {
    if (fault instanceof Refused && fault.code === "not-signed-in") onGone();
    else setSaid(fault instanceof Error ? fault.message : "Có trục trặc.");
  };
  useEffect(() => void deskApi.settings().then(setPage, refused), []);
  return (
    <div class="page desk-settings">
      <p role="status">{said}</p>
      {page && <SettingsForm page={page} onSaved={() => setSaid("Đã lưu.")} onRefused={refused} />}
      <CannedEditor onRefused={refused} />
    </div>
  );
}

interface SettingsFormProps {
  readonly page: SettingsPage;
  readonly onSaved: () => void;
  readonly onRefused: (fault: unknown) => void;
}

function SettingsForm({ page: { settings, topics }, onSaved, onRefused }: SettingsFormProps): VNode {
  const save = (form: HTMLFormElement) => {
    const fields = new FormData(form);
    const changed = {
      cap: Number(fields.get("cap")),
      unseenMinutes: Number(fields.get("unseenMinutes")),
      offers: fields.has("offers"),
      approveFreedom: fields.has("approveFreedom"),
      approveTopics: fields.getAll("topic").map(String),
    };
    void deskApi.saveSettings(changed).then(onSaved, onRefused);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(event.currentTarget);
      }}
    >
      <h2>Chia việc</h2>
      <p class="field">
        <label for="cap">Mỗi người giữ nhiều nhất bao nhiêu cuộc (ca nguy hiểm không tính)</label>
        <input id="cap" name="cap" type="number" min={1} max={200} required defaultValue={String(settings.cap)} />
      </p>
      <p class="field">
        <label for="unseenMinutes">Báo động khi chưa ai mở sau bao nhiêu phút (ca nguy hiểm báo ngay)</label>
        <input
          id="unseenMinutes"
          name="unseenMinutes"
          type="number"
          min={1}
          max={1440}
          required
          defaultValue={String(settings.unseenMinutes)}
        />
      </p>
      <label class="line">
        <input type="checkbox" name="offers" defaultChecked={settings.offers} /> Mời lần lượt người đang trực có ít việc nhất; ai cũng vẫn
        nhận được
      </label>
      <h2>Duyệt trước khi gửi</h2>
      <label class="line">
        <input type="checkbox" name="approveFreedom" defaultChecked={settings.approveFreedom} /> Câu liên quan đến tự do (dễ bị bắt, bị giam
        nếu làm sai)
      </label>
      <details>
        <summary>Và các chủ đề này</summary>
        {topics.map(({ id, title }) => (
          <label key={id} class="line">
            <input type="checkbox" name="topic" value={id} defaultChecked={settings.approveTopics.includes(id)} /> {title}
          </label>
        ))}
      </details>
      <p>
        <button type="submit" class="button primary">
          Lưu
        </button>
      </p>
    </form>
  );
}
