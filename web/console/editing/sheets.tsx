import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { editingPaths, type SheetTaken } from "../../../server/http/editing/wire.ts";
import { editingApi } from "./editing-api.ts";
import type { PlaceProps } from "./knowledge.tsx";

/** The knowledge as an Excel file: out, and in as drafts. */
export function Sheets({ go, onRefused }: PlaceProps): VNode {
  const [taken, setTaken] = useState<SheetTaken>();
  const [sending, setSending] = useState(false);
  const send = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    setSending(true);
    setTaken(undefined);
    try {
      setTaken(await editingApi.sendSheet(await base64Of(file)));
    } catch (fault) {
      onRefused(fault);
    } finally {
      setSending(false);
      input.value = "";
    }
  };
  return (
    <>
      <h2>Bảng Excel</h2>
      <p>
        Mỗi dòng một mục. Ai quen viết trong Excel thì tải tệp về, ghi, rồi đưa lên: mỗi dòng khác đi thành một bản nháp, chưa ai thấy cho
        tới khi có người duyệt.
      </p>
      <p class="buttons">
        <a class="button link" href={editingPaths.template} download>
          Tải tệp mẫu
        </a>
        <a class="button link" href={editingPaths.sheet} download>
          Tải mọi mục
        </a>
      </p>
      <p class="field">
        <label for="tep-excel">Đưa tệp lên (.xlsx, tối đa 2 MB, 1000 dòng)</label>
        <input id="tep-excel" type="file" accept=".xlsx" disabled={sending} onChange={(event) => void send(event.currentTarget)} />
      </p>
      <div role="status">
        {sending && <p>Đang đọc…</p>}
        {taken && <Outcome taken={taken} onList={() => go({ kind: "list" })} />}
      </div>
    </>
  );
}

function Outcome({ taken, onList }: { readonly taken: SheetTaken; readonly onList: () => void }): VNode {
  if (taken.kind === "faulty")
    return (
      <>
        <p class="problem">Chưa nhận dòng nào. Sửa các chỗ sau rồi đưa lên lại:</p>
        <ul>
          {taken.problems.map(({ row, says }) => (
            <li>
              {row > 0 && <strong>Dòng {row}: </strong>}
              {says}
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <>
      <p>
        Đã thành {taken.added} bản nháp{taken.unchanged > 0 && `; ${taken.unchanged} dòng giống bản đang dùng nên bỏ qua`}.
        {taken.toMend > 0 && ` ${taken.toMend} bản còn chỗ phải sửa, mở ra sẽ thấy lời nhắc.`}
      </p>
      <button type="button" class="button" onClick={onList}>
        Xem các bản nháp
      </button>
    </>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
