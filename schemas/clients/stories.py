"""Keeps the current stories and prints each change: python3 stories.py [BROKER]

Needs confluent-kafka: pip install confluent-kafka, or on Debian python3-confluent-kafka.
"""

import json
import sys
import uuid

from confluent_kafka import Consumer

broker = sys.argv[1] if len(sys.argv) > 1 else "localhost:9092"
consumer = Consumer(
    {
        "bootstrap.servers": broker,
        # the dictionary starts empty, so that each start reads the whole topic, in its own group
        "group.id": f"my-newsroom-{uuid.uuid4()}",
        "enable.auto.commit": False,
        "isolation.level": "read_committed",
        "auto.offset.reset": "earliest",
    }
)
consumer.subscribe(["storywire.stories"])
stories = {}
while True:
    record = consumer.poll(1.0)
    if record is None or record.error():
        continue
    if record.value() is None:  # retired
        stories.pop(record.key().decode(), None)
        continue
    story = json.loads(record.value())
    stories[story["storyId"]] = story
    # the headline of a story that was merged, or has lost its articles, is empty
    headline = story.get("headline") or "-"
    print(story["storyId"], story["status"], story["articleCount"], headline, flush=True)
