// Keeps the current stories and prints each change: node stories.mjs [BROKER]
import { Kafka } from "kafkajs";

const [broker = "localhost:9092"] = process.argv.slice(2);
const stories = new Map();
const consumer = new Kafka({ brokers: [broker] }).consumer({ groupId: "my-newsroom-js" });
await consumer.connect();
await consumer.subscribe({ topic: "storywire.stories", fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message: { key, value } }) => {
    if (value === null) return stories.delete(key.toString()); // retired
    const story = JSON.parse(value);
    stories.set(story.storyId, story);
    // a story that was merged, or has lost its articles, has no headline
    console.log(story.storyId, story.status, story.articleCount, story.headline ?? "-");
  },
});
