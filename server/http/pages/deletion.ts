import { writtenDay } from "../../../knowledge/provision.ts";
import { localDay } from "../../clock.ts";
import type { DeletionRequest } from "../../store/store.ts";
import { deletionPath } from "../paths.ts";
import { html } from "./html.ts";
import type { Page } from "./layout.ts";

/** What became of a request that came by Facebook: as it is, also when Facebook's number is of no conversation here. */
export function deletionPage({ at, found }: DeletionRequest): Page {
  const day = writtenDay(localDay(at));
  return {
    title: "Yêu cầu xóa dữ liệu",
    description: "Yêu cầu xóa dữ liệu đã đến đâu.",
    path: deletionPath,
    main: html`
      <h1>Yêu cầu xóa dữ liệu</h1>
      ${
        found
          ? html`<p>Đã xóa. Ngày ${day}, những gì anh/chị viết cho Trang qua Messenger đã được xóa khỏi máy chủ của chúng tôi.</p>`
          : html`<p>Facebook chuyển yêu cầu này đến chúng tôi ngày ${day}. Không có cuộc trò chuyện nào ở đây mang mã số mà Facebook gửi kèm, nên không có gì để xóa theo mã số ấy.</p>
              <p>Mã số đó thường khác mã số trong Messenger, chúng tôi không đối chiếu được. Nếu anh/chị từng nhắn cho Trang, anh/chị mở lại cuộc trò chuyện ấy và nhắn “xóa dữ liệu”: máy hỏi lại một lần rồi xóa.</p>`
      }
      <p>Bản mà Facebook giữ thì anh/chị xóa trong Messenger. Trang này không ghi tên hay số của ai. <a href="/gioi-thieu#rieng-tu">Riêng tư: ai đọc được?</a></p>
    `,
  };
}
