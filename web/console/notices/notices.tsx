import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import type { NoticeBoard } from "../../../server/http/notices/wire.ts";
import { Refused } from "../api.ts";
import type { SectionProps } from "../section.ts";
import { NoticeForm } from "./notice-form.tsx";
import { noticesApi } from "./notices-api.ts";
import { Posted } from "./posted.tsx";
import { Switches } from "./switches.tsx";
import "./notices.css";

/** What everybody is told, and what is stopped. */
export function Notices({ onGone }: SectionProps): VNode {
  const [board, setBoard] = useState<NoticeBoard>();
  const [problem, setProblem] = useState("");
  const failed = useCallback(
    (fault: unknown) => {
      if (fault instanceof Refused && fault.code === "not-signed-in") return onGone();
      setProblem(fault instanceof Error ? fault.message : "Có trục trặc.");
    },
    [onGone],
  );
  const read = useCallback(() => noticesApi.read().then(setBoard, failed), [failed]);
  const act = (work: Promise<unknown>) => {
    setProblem("");
    return work.then(read).then(
      () => true,
      (fault: unknown) => {
        failed(fault);
        return false;
      },
    );
  };
  useEffect(() => void read(), [read]);
  return (
    <section class="page notices">
      <div class="problem" role="alert">
        {problem && <p>{problem}</p>}
      </div>
      {board && (
        <>
          <Switches board={board} act={act} />
          <h2>Thông báo trên trang</h2>
          <Posted notices={board.notices} act={act} />
          <NoticeForm act={act} />
          <h2>Ô tìm kiếm, bảy ngày qua</h2>
          <p>
            Tìm thấy {board.searches.found} lượt, không thấy {board.searches.nothing} lượt. Máy chỉ đếm, không giữ lời đã gõ.
          </p>
        </>
      )}
    </section>
  );
}

/** Does it, reads the board again, and shows what went wrong; true when it was done. */
export type Act = (work: Promise<unknown>) => Promise<boolean>;
