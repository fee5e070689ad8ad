"""Keeps the current stories and prints each change: python3 stories.py [BROKER]

Needs confluent-kafka 2.x.
"""

import json
import sys

from confluent_kafka import Consumer

broker = sys.argv[1] if len(sys.argv) > 1 else "localhost:9092"
consumer = Consumer(
    {
        "bootstrap.servers": broker,
        "group.id": "my-newsroom-py",
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
    print(story["storyId"], story["status"], story["articleCount"], story["headline"], flush=True)
