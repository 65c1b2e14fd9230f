import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** As little as answers a request: reads the body, says ok. */
const server = createServer(async (request, response) => {
  for await (const _ of request);
  response.end("ok");
});
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: (server.address() as AddressInfo).port })));
