import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { DataRequest } from "../../../server/http/rights/wire.ts";
import { wordsOf } from "../field.tsx";
import type { SectionProps } from "../section.ts";
import { type Proving, useProving } from "./proving.tsx";
import { RequestItem } from "./request-item.tsx";
import { cameByNames, kindNames } from "./request-names.ts";
import { rightsApi } from "./rights-api.ts";

/** What people ask about their data, what is due first on top. */
export function Requests({ me }: SectionProps): VNode {
  const proving = useProving();
  const [requests, setRequests] = useState<readonly DataRequest[]>();
  const load = () => rightsApi.requests().then(setRequests);
  useEffect(() => proving.run(load), []);
  const run = (doing: () => Promise<unknown>) => proving.run(() => doing().then(load));
  const [open, done] = [requests?.filter(({ doneAt }) => doneAt === undefined), requests?.filter(({ doneAt }) => doneAt !== undefined)];
  const item = (request: DataRequest) => <RequestItem key={request.id} request={request} mayDecide={me.role !== "counsellor"} run={run} />;
  return (
    <section class="page rights">
      <h2>Yêu cầu về dữ liệu cá nhân</h2>
      <p class="quiet">
        Phản hồi lần đầu trong 2 ngày làm việc. Làm xong: xem, sửa, bản sao 10 ngày; rút đồng ý, hạn chế, phản đối, bảo vệ 15 ngày; xóa 20
        ngày. Gia hạn được một lần, phải nói lý do (Nghị định 356/2025/NĐ-CP, Điều 5).
      </p>
      <p role="alert" class="problem">
        {proving.problem}
      </p>
      <Register proving={proving} onDone={load} />
      {open?.length === 0 && <p class="quiet">Không có yêu cầu nào đang chờ.</p>}
      <ul class="requests">{open?.map(item)}</ul>
      {done !== undefined && done.length > 0 && (
        <details>
          <summary>Đã xong ({done.length})</summary>
          <ul class="requests">{done.map(item)}</ul>
        </details>
      )}
      {proving.dialog}
    </section>
  );
}

function Register({ proving, onDone }: { readonly proving: Proving; readonly onDone: () => Promise<unknown> }): VNode {
  return (
    <details class="register">
      <summary>Ghi yêu cầu mới</summary>
      <form
        class="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          proving.run(async () => {
            await rightsApi.register(wordsOf(form));
            form.reset();
            await onDone();
          });
        }}
      >
        <p class="field">
          <label for="request-kind">Người hỏi muốn</label>
          <select id="request-kind" name="kind">
            {Object.entries(kindNames).map(([kind, name]) => (
              <option value={kind}>{name}</option>
            ))}
          </select>
        </p>
        <p class="field">
          <label for="request-way">Yêu cầu đến bằng cách</label>
          <select id="request-way" name="cameBy">
            {Object.entries(cameByNames).map(([way, name]) => way !== "chat" && <option value={way}>{name}</option>)}
          </select>
        </p>
        <p class="field">
          <label for="request-code">Mã hội thoại, hoặc mã việc trong hàng chờ (nếu có)</label>
          <input type="text" id="request-code" name="code" autocomplete="off" />
        </p>
        <p class="field">
          <label for="request-note">Ghi chú: liên lạc lại thế nào, muốn sửa gì</label>
          <textarea id="request-note" name="note" rows={3} maxLength={1000} />
        </p>
        <button type="submit" class="button primary">
          Ghi vào sổ
        </button>
      </form>
    </details>
  );
}
