// One script tag on any site: a button, and behind it our chat in a frame of our own origin. No cookies, no inline style.

const look = `
:host { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; font: 16px/1.5 system-ui, sans-serif; }
button { min-height: 48px; padding: 0 20px; border: 0; border-radius: 24px; background: #1f5d57; color: #fff; font: inherit; cursor: pointer; box-shadow: 0 2px 8px rgb(0 0 0 / 30%); }
button:focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
iframe { display: block; width: min(400px, calc(100vw - 32px)); height: min(640px, calc(100vh - 96px)); margin-bottom: 8px; border: 1px solid #d9d1c2; border-radius: 14px; background: #fff; }
iframe[hidden] { display: none; }
`;

function show(origin: string): void {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const style = new CSSStyleSheet();
  style.replaceSync(look);
  root.adoptedStyleSheets = [style];
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Hỏi đáp";
  button.setAttribute("aria-expanded", "false");
  let frame: HTMLIFrameElement | undefined;

  const toggle = (open: boolean) => {
    if (open && frame === undefined) {
      frame = document.createElement("iframe");
      frame.title = "Hỏi đáp";
      frame.setAttribute("sandbox", "allow-scripts allow-forms allow-same-origin allow-popups");
      frame.referrerPolicy = "origin";
      frame.src = `${origin}/chat?nhung=1`;
      root.insertBefore(frame, button);
    }
    if (frame) frame.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    button.textContent = open ? "Đóng" : "Hỏi đáp";
    if (open) frame?.focus();
    else button.focus();
  };
  button.addEventListener("click", () => toggle(button.getAttribute("aria-expanded") !== "true"));
  host.addEventListener("keydown", (event) => {
    if (event.key === "Escape") toggle(false);
  });
  window.addEventListener("message", (event) => {
    if (event.origin === origin && event.source === frame?.contentWindow && event.data === "dong") toggle(false);
  });
  root.append(button);
  document.body.append(host);
}

{
  // A block of its own: on the host's page nothing of ours becomes a global name.
  const { origin } = new URL(document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href);
  if (document.body) show(origin);
  else document.addEventListener("DOMContentLoaded", () => show(origin));
}
