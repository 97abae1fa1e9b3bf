export const notes = `Median over the rounds. "÷ kernel" and its like: how many times as long as that one of ours, taken
round by round, then the median; on a peer's line, how many times faster ours is. All of it is compiled
to ES2019 and timed when warm, each set in a process of its own, with a thousand different positions
(slow peers: fewer in each round, others every time; the answers of so many are compared); conversions
with 20,000 different places of each kind, in all directions in one process.
Not like for like:
- The kernel returns places and squared chords on the ellipsoid; geokdbush and geoflatbush return ids
  ordered by distances on a sphere, and so order some stations differently. Degrees are turned into a
  vector within the time of the kernel. None of them returns a distance.
- StationSet.nearest checks its options, breaks ties by id and returns stations with distances and
  bearings, and still races against bare ids.
- geokdbush's filter is one look at a byte that was prepared beforehand; looking into the station's list
  of services takes 3 to 10 times longer. "prepared" is a tree of those stations alone, which a set makes
  by itself for filters that keep coming; building it is not in the time. Two services that many offer but
  few offer both are no clue to a search until then.
- kdbush and flatbush have their default node sizes (64 and 16), and besides the one that suits the
  question best; of kdbush no one size suits both plain and filtered questions.
- "Haversine to every station" looks at flat arrays with the trigonometry of the stations done.
- The bare walk returns places and feet. StationSet.along adds the station, the side, the detour and where
  to leave. The better of the kdbush ways is also raced with the route measured and cut beforehand.
- With kdbush one measures in a plane, which serves for narrow corridors away from poles and antimeridian only.
- Turf's buffer is a polygon of few corners around a line on a sphere, and its metres are spherical.
- buildTree has the vectors and bits of stations made beforehand, and its tree holds those bits besides.
- An index of positions is a small part of a set: StationSet.from also checks and copies records.
- gcoord and coordtransform decide by a box where the shift applies, ours by the mainland's outline. Their
  ways back stop early or after one step. gcoord never returns for some places at the edge of its box; it
  is not asked for them.
- The bare codecs check every letter and every vertex, @mapbox/polyline nothing. Route.decode also tells a
  text from a response, freezes the vertices and measures the route on the ellipsoid.
- Opening hours were compiled, and the peer's objects made, beforehand; the peer works in the time zone of its
  process, which is set to the stations'. Its holidays in China are eight fixed days. Ours keeps those of the
  yearly notices when it is timed, and the peer's when the answers are compared; then with its own calendar
  the states are compared with the rules evaluated for that minute. openingAt also tells when it next opens.
- The array by minute of the week takes 10 kB for each value, and knows no holidays, seasons nor until when.
- compileHours works out seven years day by day where dates, holidays or the sun are in the hours; the peer
  reads the text and works out a day when it is asked about one.
- Filters by opening hours ask about the same minute for a whole round, as riders within a minute do. Where few
  are open, ten that are lie farther away: without any cost of its own the filter would look at more places.
- Packs and GeoJSON are opened in a process of its own each, the modules loaded and the file read before; both are
  unpacked by Node's zlib in one piece. What is asked is five stations near one. The peers check the same fields,
  and measure in whatever degrees they are given: in GCJ-02 ours converts, theirs are off by up to 0.45 %.
- Whole processes are timed from their start to their end, Node's own start included, which nobody can save. Ours reads
  the generation that a client has kept, verified when it came, and checks that storage has not lost a bit of it; the
  peers read GeoJSON as it is, unpacked. Both are bundled with all they need, unminified.
The sample is made up, its size is a real one. N is real places, of GeoNames; their services are made up.
M is synthetic: places of N, each moved by up to ten kilometres.`;
