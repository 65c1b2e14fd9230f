import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "./conversation.ts";

export interface EraseProps {
  readonly conversation: Pick<Conversation, "erase" | "code">;
  readonly onClose: () => void;
}

/** Asks once before what was said is gone for good. */
export function EraseDialog({ conversation, onClose }: EraseProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [failed, setFailed] = useState(false);
  const [code, setCode] = useState<string>();
  useEffect(() => {
    dialog.current?.showModal();
    void conversation.code().then(setCode);
  }, []);
  const erase = async () => {
    const gone = await conversation.erase().catch(() => false);
    if (gone) dialog.current?.close();
    else setFailed(true);
  };
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby="xoa-gi">
      <h2 id="xoa-gi">Xóa hội thoại?</h2>
      <p>Những gì đã viết ở đây sẽ được xóa khỏi máy chủ. Xóa rồi không lấy lại được.</p>
      {code !== undefined && (
        <p class="fine">
          Muốn xem, sửa hoặc lấy bản sao thì đọc mã này cho tư vấn viên: <code>{code}</code>
        </p>
      )}
      {failed && <p role="alert">Chưa xóa được, có thể mất mạng. Anh/chị thử lại.</p>}
      <p class="dialog-buttons">
        <button type="button" class="button primary" onClick={() => void erase()}>
          Xóa hết
        </button>{" "}
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          Giữ lại
        </button>
      </p>
    </dialog>
  );
}
