const privacyDomain = "https://www.youtube-nocookie.com";

/** A clip comes only after a tap; until then nothing of it, not even its picture, is asked of anybody. */
export function offerClips(): void {
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-clip]") : null;
    if (link === null) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.className = "clip";
    frame.title = link.dataset.title ?? "Đoạn phim";
    frame.allow = "encrypted-media; fullscreen; picture-in-picture";
    // Their player refuses to start without knowing which site it stands on; of the page it learns nothing.
    frame.referrerPolicy = "strict-origin";
    frame.src = `${privacyDomain}/embed/${encodeURIComponent(link.dataset.clip ?? "")}?rel=0`;
    link.replaceWith(frame);
    frame.focus();
  });
}
