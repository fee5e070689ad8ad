// Checks every record of the output topics against its JSON Schema, with a client that is not
// Storywire's: node check.mjs [BROKER [PREFIX]]. Prints a line for each topic; exits with 1 if a
// record is invalid or a topic other than the dead letters is empty.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { Kafka, logLevel } from "kafkajs";

const [broker = "localhost:9092", prefix = "storywire."] = process.argv.slice(2);
const schemas = new URL("../src/main/resources/dev/storywire/schemas/", import.meta.url);
const topics = ["articles", "stories", "story-events", "dead-letters"];
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
const schema = (topic) => ajv.compile(JSON.parse(readFileSync(new URL(`${topic}.schema.json`, schemas))));
const validators = new Map(topics.map((topic) => [prefix + topic, schema(topic)]));

/** The value as the schema describes it: for dead letters the headers, else the JSON. */
const describe = (topic, { value, headers }) =>
  topic.endsWith("dead-letters")
    ? Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, text.toString()]))
    : JSON.parse(value);

const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.ERROR });
const admin = kafka.admin();
await admin.connect();
const ends = new Map(); // topic-partition, offset of the end
for (const topic of validators.keys()) {
  for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
    if (Number(low) < Number(high)) ends.set(`${topic}-${partition}`, Number(high));
  }
}

const counts = new Map([...validators.keys()].map((topic) => [topic, { records: 0, tombstones: 0, invalid: 0 }]));
const consumer = kafka.consumer({ groupId: `storywire-check-${process.pid}-${Date.now()}` });
await consumer.connect();
await consumer.subscribe({ topics: [...validators.keys()], fromBeginning: true });
const done = new Promise((resolve, reject) => {
  consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
  // an end may be a transaction marker, which is no message: END_BATCH_PROCESS reports it too
  consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
    const key = `${payload.topic}-${payload.partition}`;
    if (Number(payload.lastOffset) + 1 >= (ends.get(key) ?? 0)) ends.delete(key);
    if (ends.size === 0) resolve();
  });
  if (ends.size === 0) resolve();
});
await consumer.run({
  eachMessage: async ({ topic, message }) => {
    const count = counts.get(topic);
    if (message.value === null && !topic.endsWith("dead-letters")) return void count.tombstones++;
    count.records++;
    const validate = validators.get(topic);
    if (validate(describe(topic, message))) return;
    if (count.invalid++ < 3) console.error(`${topic} ${message.key}:`, ajv.errorsText(validate.errors));
  },
});
const timeout = setTimeout(() => {
  console.error("not read to the end within a minute:", [...ends.keys()].join(" "));
  process.exit(1);
}, 60_000);
await done;
clearTimeout(timeout);

let failed = false;
for (const [topic, { records, tombstones, invalid }] of counts) {
  console.log(`${topic}: ${records} records, ${tombstones} tombstones, ${invalid} invalid`);
  failed ||= invalid > 0 || (records === 0 && !topic.endsWith("dead-letters"));
}
await consumer.disconnect();
await admin.disconnect();
process.exit(failed ? 1 : 0);
