package dev.storywire.serve.page;

import static dev.storywire.schemas.Entity.Type.LOC;
import static dev.storywire.schemas.Entity.Type.MISC;
import static dev.storywire.schemas.Entity.Type.ORG;
import static dev.storywire.schemas.Entity.Type.PER;

import dev.storywire.schemas.Story;
import dev.storywire.serve.InMemoryQueries;
import dev.storywire.serve.SampleStory;
import dev.storywire.serve.StoryFixtures;

/** A dozen invented stories for tests and the preview of the page. */
final class SampleStories {
  private SampleStories() {}

  static void publishTo(InMemoryQueries queries) {
    refuse(queries);
    bridge(queries).publishAs(Story.Status.OPEN);
    ferry(queries).publishAs(Story.Status.OPEN);
    new SampleStory(
            queries,
            "20260302T1000-91cg2kmv",
            "en",
            "Norhavn central bank holds rate at 3.25 percent, signals patience")
        .article(95, "Meridian News", "Norhavn central bank holds rate at 3.25 percent")
        .article(90, "Ledger Daily", "Bank keeps rates on hold and hints at a long wait")
        .copy(84, "Coast Courier", "Central bank holds key rate", 0, 0.94)
        .article(60, "Capital Desk", "Kroner firms after central bank sounds patient")
        .article(41, "Harbour Wire", "Analysts push first cut to autumn")
        .sentence(
            "The central bank of Norhavn left its key rate at 3.25 percent on Monday and said it was in no hurry to move.",
            0)
        .sentence(
            "Governor Ingrid Falk said inflation in services was still too high for comfort.", 1)
        .name(ORG, "Bank of Norhavn", 14)
        .name(PER, "Ingrid Falk", 9)
        .name(LOC, "Norhavn", 8)
        .name(ORG, "Finance Ministry", 2)
        .words("rate", "inflation", "kroner", "governor", "services")
        .publishAs(Story.Status.OPEN);
    new SampleStory(
            queries,
            "20260302T0600-h7vvb4qd",
            "en",
            "Observatory sees water vapour around a small, warm planet")
        .article(175, "Meridian News", "Water vapour found around small warm planet")
        .article(150, "Science Week", "A damp sky, 90 light years away")
        .copy(141, "The Northern Post", "Water vapour found on distant planet", 0, 0.81)
        .article(66, "Alta Tribune", "Local astronomers helped find a planet with a damp sky")
        .sentence(
            "Astronomers at the Cerro Alto observatory have found water vapour in the air of a planet little larger than Earth.",
            0)
        .name(ORG, "Cerro Alto Observatory", 11)
        .name(PER, "Lucía Arrieta", 6)
        .name(MISC, "Halden-4b", 6)
        .words("planet", "vapour", "telescope", "spectrum")
        .publishAs(Story.Status.OPEN);
    new SampleStory(
            queries,
            "20260302T1500-5bz2mhqs",
            "en",
            "Lindhamn win the cup on penalties after late equaliser")
        .article(820, "Sporting Wire", "Lindhamn win cup final on penalties")
        .article(810, "Harbour Wire", "Keeper Osei the hero as Lindhamn lift the cup")
        .copy(800, "Coast Courier", "Lindhamn win cup final on penalties", 0, 0.98)
        .copy(790, "Alta Tribune", "Cup goes to Lindhamn on penalties", 0, 0.9)
        .article(640, "Ledger Daily", "Thousands greet cup winners at the station")
        .article(300, "Sporting Wire", "Osei: I knew where the last one would go")
        .article(120, "The Northern Post", "Lindhamn coach to stay two more years")
        .sentence(
            "Kofi Osei saved three penalties as Lindhamn won the cup for the first time in 41 years.",
            0)
        .name(ORG, "Lindhamn FK", 22)
        .name(PER, "Kofi Osei", 15)
        .name(ORG, "Alta United", 9)
        .name(LOC, "Lindhamn", 7)
        .words("penalties", "keeper", "equaliser", "cup")
        .publishAs(Story.Status.OPEN);
    new SampleStory(
            queries,
            "20260302T1033-c97rwd5t",
            "en",
            "Vantor to build second chip plant outside Alta")
        .article(210, "Capital Desk", "Vantor picks Alta for second chip plant")
        .copy(204, "Meridian News", "Vantor picks Alta for second chip plant", 0, 1.0)
        .article(170, "Alta Tribune", "2,000 jobs promised as Vantor chooses Alta")
        .sentence(
            "Vantor Semiconductor will build its second plant outside Alta and hire 2,000 people by 2029, the company said.",
            0)
        .name(ORG, "Vantor Semiconductor", 12)
        .name(LOC, "Alta", 8)
        .name(PER, "Mei Takahashi", 4)
        .words("plant", "chips", "subsidy", "jobs")
        .publishAs(Story.Status.OPEN);
    new SampleStory(
            queries,
            "20260302T1105-88djp6vk",
            "en",
            "Vantor recalls controllers after reports of overheating")
        .article(35, "Capital Desk", "Vantor recalls 140,000 controllers over heat")
        .article(22, "Ledger Daily", "Vantor shares slip on recall")
        .sentence(
            "Vantor Semiconductor recalled 140,000 motor controllers on Monday after eleven reports of overheating.",
            0)
        .name(ORG, "Vantor Semiconductor", 6)
        .name(ORG, "Consumer Safety Board", 3)
        .words("recall", "controllers", "overheating", "shares")
        .publishAs(Story.Status.OPEN);
    new SampleStory(
            queries,
            "20260302T0545-6yffj2pz",
            "en",
            "Stolen Brandt seascape found in a station locker")
        .article(52, "The Northern Post", "Stolen seascape found in station locker")
        .article(30, "Meridian News", "Police recover Brandt painting taken in 2019")
        .copy(12, "Coast Courier", "Painting found in locker", 0, 0.72)
        .sentence(
            "A seascape by Elsa Brandt that was cut from its frame seven years ago has been found in a locker at Lindhamn station.",
            0)
        .name(PER, "Elsa Brandt", 7)
        .name(ORG, "Lindhamn Museum", 5)
        .name(LOC, "Lindhamn", 4)
        .words("seascape", "locker", "museum", "police")
        .publishAs(Story.Status.OPEN);
    new SampleStory(
            queries,
            "20260301T2010-2q9yfnb6",
            "en",
            "Parliament votes to phase out oil boilers by 2035")
        .article(1300, "Capital Desk", "Parliament backs end to oil boilers")
        .article(1220, "Ledger Daily", "What the boiler vote means for your home")
        .sentence("Parliament voted 98 to 61 on Sunday to phase out oil boilers by 2035.", 0)
        .name(ORG, "Parliament", 6)
        .name(PER, "Jonas Wik", 3)
        .words("boilers", "subsidy", "vote")
        .publishAs(Story.Status.CLOSED);
    new SampleStory(
            queries,
            "20260302T0917-d3b4nxg8",
            "de",
            "Hafenbrücke in Lindhamn nach Schiffsunfall gesperrt")
        .article(240, "Nordpost", "Hafenbrücke nach Schiffsunfall gesperrt")
        .article(180, "Küstenbote", "Schlepper rammt Brücke: Verkehr steht still")
        .sentence(
            "Die Hafenbrücke in Lindhamn ist nach dem Aufprall eines Schubverbands bis auf Weiteres gesperrt.",
            0)
        .name(LOC, "Lindhamn", 5)
        .name(ORG, "Hafenamt", 3)
        .words("brücke", "schubverband", "sperrung")
        .publishAs(Story.Status.OPEN);
    new SampleStory(
            queries,
            "20260302T1640-44r9twkc",
            "en",
            "Norhavn stocks close little changed; kroner firmer")
        .article(5, "Capital Desk", "Norhavn stocks close little changed")
        .sentence(
            "Shares in Norhavn ended little changed on Monday as banks gained and shipping fell.",
            0)
        .name(LOC, "Norhavn", 2)
        .words("shares", "index", "banks")
        .publishAs(Story.Status.OPEN);
    new SampleStory(
            queries,
            "20260302T0812-7cd3wq9p",
            "en",
            "School in Brevik closed after part of roof gives way")
        .article(140, "Alta Tribune", "Brevik school closed after roof gives way")
        .article(118, "Harbour Wire", "No one hurt as school roof falls before first bell")
        .killed(130, "Coast Courier")
        .sentence(
            "Part of the roof of Brevik's middle school fell in on Monday before lessons began; no one was hurt.",
            1)
        .name(LOC, "Brevik", 6)
        .name(PER, "Astrid Holm", 3)
        .words("roof", "school", "snow")
        .publishAs(Story.Status.OPEN);
    queries.publish(StoryFixtures.merged("20260302T0921-x5tn6rjs", "20260302T0914-k7mq2xw4"));
  }

  private static void refuse(InMemoryQueries queries) {
    queries
        .topics()
        .refuse(
            StoryFixtures.NOON.minusSeconds(7_000),
            "urn:wire:notice:7",
            "no-text",
            "The item has neither a headline nor a body; it needs one of them.",
            "{\"uri\":\"urn:wire:notice:7\",\"version\":\"1\",\"headlines\":[]}");
    queries
        .topics()
        .refuse(
            StoryFixtures.NOON.minusSeconds(400),
            "urn:wire:weather:12",
            "not-json",
            "The record is not JSON: Unexpected end-of-input in a field name.",
            "{\"uri\":\"urn:wire:weather:12\",\n \"headlines\":[{\"value\":\"Gales\u0000 expected");
  }

  static SampleStory bridge(InMemoryQueries queries) {
    return new SampleStory(
            queries,
            "20260302T0914-k7mq2xw4",
            "en",
            "Harbour bridge in Lindhamn closed after barge strikes pier")
        .article(320, "Harbour Wire", "Barge strikes pier of Lindhamn harbour bridge")
        .copy(312, "Coast Courier", "Barge hits Lindhamn bridge", 0, 0.91)
        .copy(308, "Meridian News", "Barge strikes pier of Lindhamn harbour bridge", 0, 1.0)
        .article(290, "The Northern Post", "Lindhamn’s harbour bridge shut as divers inspect pier")
        .article(255, "Ledger Daily", "Commuters stranded as Lindhamn bridge closes")
        .copy(240, "Alta Tribune", "Bridge in Lindhamn shut, divers sent down", 3, 0.77)
        .article(
            190,
            "Meridian News",
            "Tug lost power minutes before bridge was hit, port authority says")
        .copy(171, "Ledger Daily", "Tug lost power before bridge strike, port says", 6, 0.88)
        .article(120, "Harbour Wire", "Mayor Lind: bridge closed for days, not hours")
        .killed(110, "Coast Courier")
        .article(75, "Capital Desk", "Freight detours cost Lindhamn port 4 million a day")
        .copy(60, "Coast Courier", "Bridge to stay closed for days, says mayor", 8, 0.69)
        .article(26, "The Northern Post", "Crack found in second pier of Lindhamn bridge")
        .article(8, "Harbour Wire", "Lindhamn bridge: one lane may open on Thursday")
        .revised(
            11,
            15,
            "Divers found a crack in a second pier of the harbour bridge on Monday. It is four metres"
                + " long, the port authority said. Engineers will inspect the other piers on Tuesday.",
            "Divers found a crack in a second pier of the harbour bridge on Monday. It is 40"
                + " centimetres long, the port authority said, correcting an earlier figure."
                + " Engineers will inspect the other piers on Tuesday.")
        .sentence(
            "The harbour bridge in Lindhamn was closed on Monday after a barge under tow struck one of its piers.",
            0)
        .sentence("The tug lost power minutes before, the port authority said.", 6)
        .sentence("Mayor Tove Lind said the bridge would stay closed for days, not hours.", 8)
        .name(LOC, "Lindhamn", 31)
        .name(PER, "Tove Lind", 14)
        .name(ORG, "Lindhamn Port Authority", 12)
        .name(MISC, "Harbour Bridge", 9)
        .name(PER, "Erik Sandvik", 5)
        .name(ORG, "Rescue Service", 4)
        .name(LOC, "Norhavn", 3)
        .name(ORG, "Brevik Towing", 3)
        .words(
            "bridge",
            "pier",
            "barge",
            "tug",
            "divers",
            "closed",
            "harbour",
            "towline",
            "inspection",
            "detour",
            "crack",
            "freight");
  }

  private static SampleStory ferry(InMemoryQueries queries) {
    return new SampleStory(
            queries,
            "20260302T0730-3rdz8hbn",
            "en",
            "Ferry crews call two-day strike over night shifts")
        .article(400, "Harbour Wire", "Ferry crews to strike for two days")
        .article(380, "Meridian News", "Union calls ferry strike over night shifts")
        .copy(366, "Alta Tribune", "Ferry strike called", 1, 0.83)
        .article(210, "Coast Courier", "Island towns brace for days without ferries")
        .article(58, "Harbour Wire", "Ferry line and union to meet mediator")
        .sentence(
            "Crews on the Norhavn ferries will strike on Wednesday and Thursday over longer night shifts.",
            0)
        .sentence("The line and the union will meet a state mediator on Tuesday.", 4)
        .name(ORG, "Seafarers’ Union", 13)
        .name(ORG, "Norhavn Lines", 11)
        .name(PER, "Petra Dahl", 6)
        .name(LOC, "Norhavn", 5)
        .words("ferry", "strike", "union", "shifts", "mediator");
  }
}
