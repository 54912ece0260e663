// Compares calls that come as lines on standard input; the folder of the page's modules is the first argument.

import { createInterface } from "node:readline";
import { compared } from "./compare.mjs";

const table = await import(`file://${process.argv[2]}/table.js`);
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(compared(table, line)));
}
