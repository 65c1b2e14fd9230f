import type { Choice } from "./reply.ts";

// Every sentence the bot says by itself. Answers come from the library; these are its manners.

/** What comes back when a button is tapped. */
export const choiceValues = {
  entry: "hoi:",
  person: "lenh:gap-nguoi",
  erase: "lenh:xoa",
  keep: "lenh:giu",
  help: "lenh:tro-giup",
} as const;

export const askPerson: Choice = { label: "Gặp tư vấn viên", value: choiceValues.person };

export const introduction = "Em là máy trả lời tự động, không phải luật sư hay cán bộ. Anh/chị không cần nói tên hay chuyện đã qua.";

export const topicChoices: readonly Choice[] = [
  { label: "Mới ra trại cần làm gì", value: "Mới ra trại thì việc đầu tiên phải làm là gì?" },
  { label: "Vay vốn làm ăn", value: "Vay vốn làm ăn được bao nhiêu tiền?" },
  { label: "Tìm việc, học nghề", value: "Tìm việc làm thì hỏi ở đâu?" },
  askPerson,
];

export const greeting = {
  text: `Chào anh/chị. ${introduction}\n\nAnh/chị cứ hỏi bằng lời của mình, viết không dấu cũng được. Ví dụ: giấy tờ khi ra trại, vay vốn, tìm việc, nơi cần đến.`,
  choices: topicChoices,
} as const;

export const smallTalk = {
  greeting: "Chào anh/chị. Anh/chị cần hỏi chuyện gì: giấy tờ, vay vốn, việc làm, hay nơi cần đến?",
  thanks: "Dạ không có gì. Anh/chị cần hỏi thêm gì thì cứ nhắn, lúc nào cũng được.",
  insult: "Em xin lỗi vì chưa giúp được đúng ý. Anh/chị nói lại điều cần hỏi bằng một câu ngắn, hoặc bấm để gặp tư vấn viên.",
  agreement: "Dạ. Anh/chị còn muốn hỏi gì nữa không?",
  nothing: "Em chưa đọc được chữ nào. Anh/chị viết giúp em điều cần hỏi, viết không dấu cũng được.",
} as const;

export const opinion = {
  helped: "Dạ, em cảm ơn anh/chị đã cho biết.",
  not: "Em cảm ơn anh/chị đã cho biết, người biên tập sẽ xem lại câu này. Anh/chị hỏi lại bằng lời khác, hoặc gặp tư vấn viên.",
} as const;

export const unreadable =
  "Em chỉ đọc được chữ, chưa xem được hình, tiếng nói hay tệp. Anh/chị viết giúp em điều cần hỏi, hoặc bấm để gặp tư vấn viên.";

export const help =
  "Em trả lời về giấy tờ, trình diện, chỗ ở, vay vốn, việc làm, học nghề, trợ cấp, quản chế, tha tù trước thời hạn, án tích, lý lịch tư pháp, trợ giúp pháp lý, những kiểu lừa, và nơi cần đến. Mỗi câu trả lời ghi rõ dựa vào đâu.\n\nNhắn “gặp tư vấn viên” để nói chuyện với người. Nhắn “xóa dữ liệu” để xóa những gì đã viết.";

export const restart = "Dạ, mình bắt đầu lại. Anh/chị cần hỏi chuyện gì?";
export const leave = "Dạ được. Khi nào cần, anh/chị cứ nhắn lại.";
export const eraseAsk = "Xóa rồi thì không lấy lại được. Anh/chị có chắc muốn xóa hết những gì đã viết ở đây không?";
export const eraseChoices: readonly Choice[] = [
  { label: "Xóa hết", value: choiceValues.erase },
  { label: "Giữ lại", value: choiceValues.keep },
];
export const erased = "Em nhận rồi. Ngay sau tin này, những gì anh/chị đã viết ở đây được xóa khỏi máy chủ của chúng tôi.";

export const commentOpening = "Anh/chị vừa viết dưới bài của Trang. Em trả lời riêng ở đây, người khác không thấy.";
export const commentClosing = "Anh/chị nhắn lại ở đây để hỏi tiếp, hoặc để gặp tư vấn viên.";
export const commentInvitation =
  "Em là máy trả lời tự động, không phải luật sư hay cán bộ. Chuyện của anh/chị, mình nói riêng thì tiện hơn.";

export const outside = "Chuyện này nằm ngoài phần em biết. Em chỉ trả lời về giấy tờ, vay vốn, việc làm và những việc khi mới trở về.";
export const unlawful =
  "Việc này trái luật, em không giúp được, và làm thì anh/chị có thể mất nhiều hơn. Em giúp anh/chị tìm cách đúng luật: hỏi em về quyền của mình, hoặc gặp tư vấn viên.";

export const askBack = "Em chưa chắc anh/chị hỏi điều nào. Anh/chị chọn giúp em:";

export const again = "Chuyện này em chỉ biết như em đã trả lời ở trên. Em nói lại điều chính; cần kỹ hơn thì anh/chị gặp tư vấn viên.";

export const leftOver = "Nếu còn ý nào em chưa trả lời, anh/chị hỏi riêng từng câu giúp em.";

export const handOver = {
  asked: "Dạ, em chuyển lời anh/chị cho tư vấn viên.",
  unknown: "Điều này em chưa có câu trả lời chắc chắn, nên em không đoán. Em chuyển cho tư vấn viên.",
  risky: "Điều này trả lời sai thì anh/chị thiệt, nên em chuyển cho tư vấn viên xem kỹ.",
  "failed-twice": "Em vẫn chưa hiểu đúng ý, em xin lỗi. Em chuyển cho tư vấn viên.",
  unreadable: "Em chuyển cho tư vấn viên.",
  danger: "Em báo ngay cho tư vấn viên.",
} as const;

export const failed =
  "Em đang gặp trục trặc nên chưa trả lời được. Em đã chuyển câu hỏi cho tư vấn viên; anh/chị để lại đây, không cần viết lại.";

export const meanwhile = "Trong lúc chờ, anh/chị vẫn hỏi em chuyện khác được. Câu trả lời của tư vấn viên sẽ hiện ngay ở đây.";
export const somebodyThere = "Hiện có tư vấn viên đang trực.";
export const nobodyThere = "Lúc này chưa có tư vấn viên trực. Khi có người vào ca, họ sẽ đọc và trả lời; em không hẹn giờ được.";
export const waited = ({ usualMinutes, slowMinutes }: { readonly usualMinutes: number; readonly slowMinutes: number }) =>
  `Gần đây vào giờ này, một nửa số người được trả lời trong vòng ${roughly(usualMinutes)}, có lúc lâu hơn ${roughly(slowMinutes)}. Em không hứa chắc được.`;
export const backAt = (when: string) => `Lúc này ngoài giờ trực. Tư vấn viên trực lại: ${when}. Khi vào ca, họ sẽ đọc và trả lời.`;

/** "20 phút", "1 giờ rưỡi", "2 ngày": rounded up, as one would say it. */
function roughly(minutes: number): string {
  if (minutes < 60) return `${minutes} phút`;
  if (minutes >= 1440) return `${Math.ceil(minutes / 1440)} ngày`;
  const halves = Math.ceil(minutes / 30);
  return `${Math.floor(halves / 2)} giờ${halves % 2 === 1 ? " rưỡi" : ""}`;
}

export const personAlerted = "Em đã báo cho tư vấn viên. Anh/chị cứ viết tiếp ở đây, em vẫn ở đây.";

export const pastLead = (day: string) => `Vào thời điểm anh/chị hỏi (${day}), quy định lúc đó là:`;
export const pastOnly = "Đây là quy định cũ, nay có thể đã khác.";
export const staleFigures = "Con số này có thể đã đổi, anh/chị hỏi lại nơi giải quyết trước khi làm.";
export const mediumConfidence = "Thông tin này đọc từ nguồn đáng tin nhưng chưa đối chiếu đủ, anh/chị nên hỏi lại cho chắc.";
export const nextStep = (next: string) => `Việc nên làm: ${next}`;
export const sectionTitles = {
  details: "",
  steps: "Các bước:",
  papers: "Giấy tờ cần có:",
  where: "Đến đâu:",
  before: "Trước đây:",
  unsure: "Chưa chắc:",
} as const;
