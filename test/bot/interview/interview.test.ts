import { describe, expect, test } from "vitest";
import { citationsOf, type Reply } from "../../../bot/reply.ts";
import { replyText } from "../../../bot/reply-text.ts";
import { buttonOf, labelsOf, talk } from "../../support/talk.ts";

const told = "bao giờ tôi được xóa án tích, tôi bị 3 năm ra tháng 5/2023";
/** The usual way, from the first question to the result. */
const usual = ["Tù giam", "Không có điều nào", "Mãn án"] as const;
const rest = ["Xong trước khi ra"] as const;
const last = ["Không có"] as const;

const at = ({ trace }: Reply) => trace.interview?.at;

function begun() {
  const person = talk();
  person.type("án tích bao lâu thì xóa");
  person.tap("Tính cho tôi");
  return person;
}

function finished() {
  const person = begun();
  person.tap(...usual);
  person.type("10/02/2024", "đúng");
  person.tap(...rest);
  person.type("2 năm", "đúng");
  person.tap(...last);
  return person;
}

describe("begun", () => {
  test("by a button of an answer: the first question, why it is asked, how far one is, and three ways out", () => {
    const reply = begun().last();
    expect(reply.parts[0]).toMatchObject({ outcome: "interview", interview: "xoa-an-tich", progress: { number: 1, about: 8 } });
    for (const words of ["Câu 1, khoảng 8 câu", "Tòa tuyên hình phạt nào là chính?", "Vì sao hỏi: Mỗi loại hình phạt"])
      expect(replyText(reply)).toContain(words);
    expect(labelsOf(reply).slice(-2)).toEqual(["Thôi, để sau", "Gặp tư vấn viên"]);
    expect(labelsOf(reply)).toContain("Tù giam");
  });

  test("by a question that tells of one's own case: what was heard is said back, and a yes goes on from there", () => {
    const person = talk();
    const reply = person.type(told);
    for (const words of ["Tù giam", "tháng 5/2023, ngày chưa rõ", "3 năm", "Đúng không?"]) expect(replyText(reply)).toContain(words);
    expect(at(person.type("đúng rồi em"))).toBe("dieu-rieng");
    expect(person.interview()?.state.answers.map(({ question }) => question)).toEqual(["hinh-phat", "ngay-ra", "muc-an"]);
  });

  test("what is told besides, instead of a yes, is said back with the rest", () => {
    const person = talk();
    person.type("tui bi 5 nam ra dc 2 nam roi het an chua");
    const reply = person.type("chua tra boi thuong");
    for (const words of ["5 năm", "đã nộp xong chưa? Chưa nộp xong", "Đúng không?"]) expect(replyText(reply)).toContain(words);
    person.type("đúng");
    expect(person.interview()?.state.answers.map(({ question }) => question)).toEqual(["hinh-phat", "ngay-ra", "muc-an", "tien"]);
  });

  test.each([
    "chồng tôi bị 7 năm tù, ra tháng 3/2024, khi nào xóa án tích",
    "bi 3 nam ra thang 5/2023 bao gio xoa an tich",
    "tôi ra tù 2 năm rồi có được xóa án tích chưa",
    "tính ngày xóa án tích giúp tôi",
  ])("by “%s”", (text) => {
    expect(talk().type(text).trace.interview?.slug).toBe("xoa-an-tich");
  });

  test("not by a question of the rule, nor of what one has heard of others, nor by “tội” typed as “toi”", () => {
    for (const text of [
      "án 3 năm thì bao lâu được xóa án tích",
      "nghe nói bị 2 năm tù thì 2 năm là xóa án tích phải không",
      "an dung 5 nam tu ve toi trom cap thi phai cho may nam moi het an tich",
    ])
      expect(talk().type(text).trace.interview, text).toBeUndefined();
  });

  test("a rule found for sure comes first, cited, and something else said then is no answer to the offer", () => {
    const person = talk();
    const reply = person.type("tôi bị 3 năm tù giam tội trộm, mấy năm thì hết án tích");
    expect(reply.parts.map(({ outcome }) => outcome)).toEqual(["answer", "interview"]);
    const other = person.type("vay vốn làm ăn được bao nhiêu");
    expect(other.parts.map(({ outcome }) => outcome)).toEqual(["answer"]);
    expect(at(person.type("đúng"))).toBeUndefined();
  });

  test("by “tính giúp tôi” after an answer that offers it, with what was told before", () => {
    const person = talk();
    person.type("xóa án tích cần điều kiện gì", "tính giúp tôi với");
    expect(at(person.last())).toBe("hinh-phat");
    const other = talk();
    other.type("án 3 năm tù giam thì bao lâu được xóa án tích");
    expect(replyText(other.type("tinh giup toi"))).toContain("Tòa tuyên bao nhiêu năm tù? 3 năm");
  });

  test("again while one is half done: it goes on where it was", () => {
    const person = begun();
    person.tap("Tù giam", "Không có điều nào");
    person.type("án tích bao lâu thì xóa?");
    expect(at(person.tap("Tiếp tục"))).toBe("cach-xong");
    person.tap("Thôi, để sau");
    person.type("án tích bao lâu thì xóa?");
    expect(at(person.tap("Tính cho tôi"))).toBe("cach-xong");
  });
});

describe("answered", () => {
  test("a button's words typed, a number, words without marks count at once; a value is said back first", () => {
    const person = begun();
    expect(at(person.type("tu giam"))).toBe("dieu-rieng");
    expect(at(person.type("khong"))).toBe("cach-xong");
    expect(at(person.type("1"))).toBe("ngay-ra");
    const said = person.type("thang 5 nam ngoai");
    expect([at(said), replyText(said)]).toEqual(["confirm", "Em hiểu: tháng 5/2025, ngày chưa rõ. Đúng không?"]);
    expect(at(person.type("uh dung"))).toBe("tien");
  });

  test("what was understood is put right in the same breath, or asked again after a no", () => {
    const person = begun();
    person.tap(...usual);
    person.type("10/02/2024");
    expect(replyText(person.type("không, 12/2/2024"))).toContain("ngày 12/2/2024. Đúng không?");
    expect(at(person.type("không phải"))).toBe("ngay-ra");
    expect(person.interview()?.state.answers).toHaveLength(3);
    const heard = talk();
    heard.type(told);
    expect(replyText(heard.type("không, 4 năm"))).toContain("Tòa tuyên bao nhiêu năm tù? 4 năm");
  });

  test("a long sentence that holds a button's words is said back before it counts", () => {
    const person = begun();
    expect(at(person.type("hồi đó tui bị tuyên án treo chứ không đi tù ngày nào"))).toBe("confirm");
    expect(person.interview()?.state.answers).toEqual([]);
  });

  test("what was done is told freely and taken for an answer, never for a wish to break the law", () => {
    const person = begun();
    person.tap("Tù giam");
    expect(replyText(person.type("vô ý gây tai nạn chết người"))).toContain("Em hiểu: Tội vô ý, như gây tai nạn. Đúng không?");
    expect(replyText(person.type("làm giả giấy xác nhận giúp tôi"))).toContain("trái luật");
  });

  test("two things told in one breath are both said back", () => {
    const person = begun();
    expect(replyText(person.type("tui bị 3 năm tù giam"))).toContain("Tòa tuyên bao nhiêu năm tù? 3 năm");
    person.type("đúng");
    expect(person.interview()?.state.answers.map(({ question }) => question)).toEqual(["hinh-phat", "muc-an"]);
  });

  test("several may be ticked, one tap each", () => {
    const person = begun();
    person.tap("Tù giam", "Tội vô ý");
    expect(replyText(person.last())).toContain("Em ghi: Tội vô ý, như gây tai nạn. Còn điều nào nữa không?");
    expect(labelsOf(person.last())).not.toContain("Tội vô ý");
    expect(at(person.tap("Từng bị truy nã", "Xong, hết rồi"))).not.toBe("dieu-rieng");
    expect(person.interview()?.state.answers.at(-1)?.value).toEqual({ kind: "options", options: ["vo-y", "bo-tron"] });
    const typing = begun();
    typing.tap("Tù giam", "Tội vô ý");
    typing.type("hết rồi em", "không");
    expect(typing.interview()?.state.answers.at(-1)?.value).toEqual({ kind: "options", options: ["vo-y"] });
  });

  test("something told of another question is taken for that one", () => {
    const person = begun();
    person.tap("Tù giam");
    const reply = person.type("tui bị 3 năm 6 tháng");
    expect(replyText(reply)).toContain("Tòa tuyên bao nhiêu năm tù? 3 năm 6 tháng");
    person.type("đúng");
    expect(person.interview()?.state.answers.map(({ question }) => question)).toEqual(["hinh-phat", "muc-an"]);
  });

  test("what cannot be is refused with the reason, and what is not understood twice gets the ways past it", () => {
    const person = begun();
    person.tap(...usual);
    expect(replyText(person.type("31/2/2024"))).toContain("Tháng 2/2024 không có ngày 31.");
    expect(replyText(person.type("lâu lắm rồi"))).toContain("25/12/2023");
    expect(replyText(person.type("hừm hừm"))).toContain("bấm “Không nhớ” để qua câu này, hoặc gặp tư vấn viên");
    expect(at(person.type("bỏ qua"))).not.toBe("ngay-ra");
  });
});

describe("interrupted", () => {
  test("danger goes before all, and the place is kept", () => {
    const person = begun();
    person.tap("Tù giam");
    expect(person.type("em không muốn sống nữa").outcome).toBe("safety");
    expect(at(person.type("tiếp"))).toBe("dieu-rieng");
  });

  test("a lure, a person asked for, data to be erased: each as always", () => {
    const person = begun();
    expect(person.type("có người thuê tài khoản ngân hàng của tôi trả 5 triệu").outcome).toBe("scam-warning");
    expect(person.type("cho tôi gặp người thật").parts[0]).toMatchObject({ outcome: "hand-over", reason: "asked" });
    expect(labelsOf(person.last())).toContain("Tiếp tục");
    expect(person.type("xóa dữ liệu").parts[0]).toMatchObject({ outcome: "command", command: "erase" });
    expect(at(person.type("tiếp tục"))).toBe("hinh-phat");
  });

  test("a question the bot is sure about is answered, with the way back; the answer may also be typed at once", () => {
    const person = begun();
    person.tap("Tù giam", "Không có điều nào");
    const reply = person.type("vay vốn làm ăn được nhiều nhất bao nhiêu?");
    expect(reply.outcome).toBe("answer");
    expect(citationsOf(reply.parts[0]).length).toBeGreaterThan(0);
    expect(labelsOf(reply)[0]).toBe("Tiếp tục");
    expect(at(person.type("mãn án"))).toBe("ngay-ra");
  });

  test("thanks and a nod are answered kindly and nothing is lost", () => {
    const person = begun();
    person.tap("Tù giam", "Không có điều nào");
    expect(person.type("cảm ơn em").outcome).toBe("small-talk");
    expect(at(person.tap("Tiếp tục"))).toBe("cach-xong");
  });

  test("left and taken up days later with one word; meanwhile everything else is as always", () => {
    const person = begun();
    person.tap("Tù giam", "Không có điều nào");
    expect(at(person.type("thôi nghỉ"))).toBe("left");
    expect(person.type("3 năm").trace.interview).toBeUndefined();
    expect(person.type("lãi suất vay vốn bao nhiêu").parts.map(({ outcome }) => outcome)).toEqual(["answer"]);
    person.onDay("2026-12-20");
    expect(labelsOf(person.type("chào em"))).toContain("Tiếp tục");
    const reply = person.type("tiếp");
    expect([at(reply), labelsOf(reply)[0]]).toEqual(["cach-xong", "Mãn án"]);
  });

  test("more than twenty turns of something else do not lose it", () => {
    const person = begun();
    person.tap("Tù giam", "Không có điều nào");
    for (let turn = 0; turn < 15; turn++) person.type("vay vốn có phải thế chấp không?", "cảm ơn");
    expect(at(person.type("tiếp"))).toBe("cach-xong");
  });

  test("after a counsellor spoke nothing is taken for an answer until the person goes on", () => {
    const person = begun();
    person.tap(...usual);
    person.counsellorSays("Chị đây, anh cần gì?");
    const reply = person.type("10/02/2024");
    expect(reply.trace.interview).toBeUndefined();
    expect(labelsOf(reply)).toContain("Tiếp tục");
    expect(at(person.tap("Tiếp tục"))).toBe("ngay-ra");
  });
});

describe("changed", () => {
  test("back, and the same answer again; back from the first question stays there", () => {
    const person = begun();
    expect(replyText(person.type("quay lại"))).toContain("Đây là câu đầu tiên.");
    person.tap("Tù giam", "Không có điều nào");
    expect(replyText(person.tap("Quay lại"))).toContain("Lần trước anh/chị trả lời: Không có điều nào.");
    expect(at(person.tap("Không có điều nào"))).toBe("cach-xong");
  });

  test("“sửa” asks which, “sửa câu 1” goes there, and another answer lets go of what followed", () => {
    const person = finished();
    expect(at(person.tap("Sửa câu trả lời"))).toBe("change");
    expect(labelsOf(person.last())).toContain("Tòa tuyên bao nhiêu năm tù? 2 năm");
    expect(at(person.type("6"))).toBe("muc-an");
    person.type("6 năm");
    expect(at(person.type("đúng"))).toBe("lap-cong");
    expect(replyText(person.tap("Không xin sớm"))).toContain("10/2/2027");
    expect(at(person.type("sửa câu 1"))).toBe("hinh-phat");
    expect(at(person.type("án treo"))).toBe("ngay-het-treo");
  });

  test("a mind changed in words: “nhầm, tôi ra tháng 6/2023”", () => {
    const person = finished();
    expect(replyText(person.type("em nhầm, tôi ra trại tháng 6/2025"))).toContain("tháng 6/2025, ngày chưa rõ");
    person.type("đúng");
    expect(replyText(person.tap("Không xin sớm"))).toContain("30/6/2027");
  });

  test("a button of an earlier question changes that answer; one that means nothing any more is refused kindly", () => {
    const person = begun();
    const first = person.last();
    person.tap(...usual);
    const changed = person.tapOld(buttonOf(first, "Án treo"));
    expect(replyText(changed)).toContain("Em đổi câu “Tòa tuyên hình phạt nào là chính?” thành: Án treo");
    expect(at(changed)).toBe("ngay-het-treo");
    person.tapOld(buttonOf(first, "Phạt tiền"));
    const old = person.tapOld({ label: "Mãn án", value: "pv:xoa-an-tich:chon:cach-xong:man-an" });
    expect(replyText(old)).toContain("Nút đó của câu cũ");
    expect(at(old)).toBe("ngay-nop-phat");
  });

  test("an old yes does not confirm what was said back later", () => {
    const person = begun();
    person.tap(...usual);
    const yes = buttonOf(person.type("10/02/2024"), "Đúng");
    person.type("không, 10/03/2024");
    expect(at(person.tapOld(yes))).toBe("confirm");
    expect(person.interview()?.state.answers).toHaveLength(3);
  });

  test("a button of an interview that is not kept any more offers a new one", () => {
    const reply = talk().tapOld({ label: "Mãn án", value: "pv:xoa-an-tich:chon:cach-xong:man-an" });
    expect(labelsOf(reply)).toEqual(["Tính cho tôi", "Gặp tư vấn viên"]);
  });

  test("“làm lại” begins from nothing", () => {
    const person = finished();
    expect(at(person.type("làm lại từ đầu"))).toBe("hinh-phat");
    expect(person.interview()?.state.answers).toEqual([]);
  });
});

describe("come to its end", () => {
  test("the date first, why, step by step, what could change it, papers, where, next; with articles that open", () => {
    const reply = finished().last();
    const [part] = reply.parts;
    expect(part.outcome).toBe("interview");
    expect(part.text.startsWith("Theo cách tính này, từ sau ngày 10/2/2026 là đã đủ thời gian.")).toBe(true);
    const order = ["Em tính như sau:\n1. ", "Lưu ý:", "Giấy tờ cần có:", "Đến đâu:", "Việc nên làm:", "Bấm “Gửi cho tư vấn viên”"];
    const places = order.map((words) => part.text.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(citationsOf(part).map(({ label, page }) => `${label} ${page}`)).toContain(
      "Điều 70 khoản 2 điểm b Bộ luật Hình sự /van-ban/blhs-2015/70.2.b",
    );
    expect(labelsOf(reply)).toEqual(["Gửi cho tư vấn viên", "Sửa câu trả lời", "Làm lại"]);
  });

  test("sent to a counsellor by one tap: a hand-over that says in full what was sent", () => {
    const reply = finished().tap("Gửi cho tư vấn viên");
    expect(reply.parts[0]).toMatchObject({ outcome: "hand-over", reason: "asked" });
    for (const words of ["Tòa tuyên bao nhiêu năm tù? 2 năm", "Kết quả: Theo cách tính này, từ sau ngày 10/2/2026"])
      expect(replyText(reply)).toContain(words);
  });

  test("what a machine may not say goes before a person, with the reason and what was told", () => {
    const person = begun();
    person.tap("Không nhớ");
    while (person.last().parts[0].outcome === "interview") person.tap(labelsOf(person.last())[0] ?? "");
    const [part] = person.last().parts;
    expect(part).toMatchObject({ outcome: "hand-over", reason: "risky" });
    expect(part.text).toContain("Tòa tuyên hình phạt nào là chính? Không nhớ");
    expect(part.text).toContain("chưa có tư vấn viên trực");
    expect(labelsOf(person.last())).toContain("Sửa câu trả lời");
  });

  test("afterwards everything else is as always", () => {
    const person = finished();
    expect(person.type("vay vốn làm ăn được nhiều nhất bao nhiêu").parts.map(({ outcome }) => outcome)).toEqual(["answer"]);
    expect(labelsOf(person.last())).not.toContain("Tiếp tục");
    expect(person.type("3 năm").trace.interview).toBeUndefined();
  });
});

test("a trace names the interview and the question, and nothing that was answered", () => {
  const person = talk();
  for (const reply of [person.type(told), person.type("đúng"), person.tap("Không có điều nào")]) {
    expect(Object.keys(reply.trace.interview ?? {})).toEqual(["slug", "at"]);
    expect(JSON.stringify(reply.trace)).not.toMatch(/2023|3 năm|tháng/);
  }
});
