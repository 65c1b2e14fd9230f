import type { Library } from "../../../knowledge/library.ts";
import { writtenDay } from "../../../knowledge/provision.ts";
import { html } from "./html.ts";
import type { Page } from "./layout.ts";

/** Who answers for the site, as whoever runs it has set it. */
export interface SiteOwner {
  readonly name: string | undefined;
  readonly contact: string | undefined;
}

export function aboutPage({ researchedUntil }: Library, owner: SiteOwner): Page {
  return {
    title: "Máy này làm gì và không làm gì",
    description: "Máy này làm được gì, không làm được gì, ai chịu trách nhiệm, ai đọc được những gì anh/chị viết.",
    path: "/gioi-thieu",
    main: html`
      <h1>Máy này làm gì và không làm gì</h1>
      <h2>Làm gì</h2>
      <ul>
        <li>Trả lời câu hỏi về giấy tờ, chỗ ở, vay vốn, việc làm, án tích, và nơi cần đến.</li>
        <li>Chỉ nói điều đã được soạn và kiểm lại từ văn bản luật, kèm tên điều luật và ngày áp dụng.</li>
        <li>Không biết thì nói là không biết, và mời một tư vấn viên.</li>
        <li>Tính thử cho từng trường hợp, cho xem từng bước tính.</li>
      </ul>
      <h2>Không làm gì</h2>
      <ul>
        <li>Đây là máy trả lời tự động: không phải luật sư, không phải cán bộ.</li>
        <li>Không quyết định quyền lợi của ai và không hứa kết quả.</li>
        <li>Không chấm điểm ai, không hỏi tên, không hỏi chuyện đã qua khi luật không cần đến.</li>
        <li>Không giúp làm trái luật.</li>
      </ul>
      <p class="note">Văn bản luật được đọc đến ngày ${writtenDay(researchedUntil)}. Thay đổi sau ngày đó máy chưa biết: việc gấp, anh/chị hỏi lại nơi giải quyết.</p>
      ${answerable(owner)}
      <h2 id="rieng-tu">Riêng tư: ai đọc được?</h2>
      <ul>
        <li>Anh/chị không cần nói tên, số giấy tờ, hay chuyện đã qua.</li>
        <li>Máy đọc câu hỏi để tìm câu trả lời. Tư vấn viên chỉ mở cuộc trò chuyện khi anh/chị xin gặp người, khi máy không trả lời được, hoặc khi có nguy hiểm.</li>
        <li>Những gì anh/chị viết được khóa bằng mã khi cất giữ. Không gửi cho công ty quảng cáo, không đặt công cụ theo dõi.</li>
        <li>Hỏi trên trang này: xem, tải về, xóa hết ở trang <a href="/du-lieu-cua-toi">Dữ liệu của tôi</a>. Hỏi qua Messenger: nhắn “xóa dữ liệu”.
          Nội dung sẽ được xóa khỏi máy chủ của chúng tôi. Bản Facebook giữ thì anh/chị xóa trong Messenger.</li>
        <li>Trang “Tự tính” và thư điền sẵn không cất câu trả lời: chúng nằm trong trang anh/chị đang mở, đóng trang là không còn.</li>
        <li>“Nghe đọc” dùng giọng có sẵn trong máy của anh/chị, không gửi chữ đi đâu. Đoạn phim chỉ tải từ YouTube khi anh/chị bấm.</li>
        <li>Nếu dùng máy chung, bấm “Thoát nhanh” khi xong.</li>
      </ul>
    `,
  };
}

function answerable({ name, contact }: SiteOwner) {
  if (name === undefined) return null;
  return html`<h2 id="chiu-trach-nhiem">Ai chịu trách nhiệm về trang này</h2>
    <p>${name}.${contact !== undefined && html` Liên hệ: ${contact}.`}</p>
    <p>Thấy chỗ nào sai, anh/chị báo giúp nơi trên, hoặc viết vào <a href="/#hoi">khung hỏi đáp</a> và xin gặp tư vấn viên.</p>`;
}
