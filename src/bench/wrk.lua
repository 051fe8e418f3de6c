-- Sends one request after another out of a file with a JSON body a line, drawn at random, and prints what came of it as JSON.
-- use: wrk … -s wrk.lua http://127.0.0.1:8080 -- FILE
local requests = {}

function init(arguments)
  math.randomseed(1)
  for body in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("POST", "/graphql",
      { ["Content-Type"] = "application/json", ["Accept"] = "application/graphql-response+json" }, body)
  end
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.status + summary.errors.timeout
  print(string.format('{"requests": %d, "seconds": %f, "bytes": %d, "failed": %d, "p50": %f, "p99": %f}',
    summary.requests, summary.duration / 1e6, summary.bytes, failed,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
