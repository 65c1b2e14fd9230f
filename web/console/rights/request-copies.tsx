import type { VNode } from "preact";
import type { DataRequest } from "../../../server/http/rights/wire.ts";
import type { RequestProps } from "./request-item.tsx";
import { rightsApi } from "./rights-api.ts";
import { timeInWords } from "./time-in-words.ts";

/** A copy of everything kept: one asks for it, a second person allows it, the first one takes it, within a day. */
export function RequestCopies({ request: { id, copies }, run }: RequestProps): VNode {
  return (
    <details open={copies.length > 0}>
      <summary>Bản sao mọi thứ đang giữ</summary>
      <ul>
        {copies.map((copy) => (
          <li key={copy.id}>
            {copy.askedBy} xin lúc {timeInWords(copy.askedAt)}
            {copy.approvedAt === undefined ? "; chờ người thứ hai duyệt" : `; ${copy.approvedBy} duyệt lúc ${timeInWords(copy.approvedAt)}`}
            {copy.takenAt !== undefined && `; đã tải lúc ${timeInWords(copy.takenAt)}`} <Next copy={copy} run={run} />
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => run(() => rightsApi.askCopy(id))}>
        Xin bản sao
      </button>
    </details>
  );
}

function Next({ copy, run }: { readonly copy: DataRequest["copies"][number]; readonly run: RequestProps["run"] }): VNode | null {
  if (copy.approvedAt === undefined && !copy.askedByMe)
    return (
      <button type="button" class="button" onClick={() => run(() => rightsApi.approveCopy(copy.id))}>
        Duyệt
      </button>
    );
  if (copy.approvedAt === undefined || copy.takenAt !== undefined || !copy.askedByMe) return null;
  return (
    <button type="button" class="button primary" onClick={() => run(() => take(copy.id))}>
      Tải về
    </button>
  );
}

async function take(copy: string): Promise<void> {
  const { kept, text } = await rightsApi.takeCopy(copy);
  save("ban-sao.txt", new Blob([text], { type: "text/plain;charset=utf-8" }));
  save("ban-sao.json", new Blob([JSON.stringify(kept, null, 2)], { type: "application/json" }));
}

function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
