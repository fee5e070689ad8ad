// Keeps the current stories and prints each change: node stories.mjs [BROKER]
import { randomUUID } from "node:crypto";
import { Kafka } from "kafkajs";

const [broker = "localhost:9092"] = process.argv.slice(2);
const stories = new Map();
// the map starts empty, so that each start reads the whole topic, in a group of its own
const groupId = `my-newsroom-${randomUUID()}`;
const consumer = new Kafka({ brokers: [broker] }).consumer({ groupId });
await consumer.connect();
await consumer.subscribe({ topic: "storywire.stories", fromBeginning: true });
await consumer.run({
  autoCommit: false,
  eachMessage: async ({ message: { key, value } }) => {
    if (value === null) return stories.delete(key.toString()); // retired
    const story = JSON.parse(value);
    stories.set(story.storyId, story);
    // the headline of a story that was merged, or has lost its articles, is empty
    console.log(story.storyId, story.status, story.articleCount, story.headline || "-");
  },
});
