"""M/M/c in SimPy 3 or 4: `python3 queue.py {store|customer} SERVERS CUSTOMERS SEED` prints seconds of processor time and the mean time in the system."""

import random
import sys
import time

import simpy


def by_store(env, gap, service, customers, sojourns):
    store = simpy.Store(env)

    def door():
        for _ in range(customers):
            yield env.timeout(gap())
            yield store.put(env.now)

    def server():
        while True:
            since = yield store.get()
            yield env.timeout(service())
            sojourns.append(env.now - since)

    env.process(server())
    env.process(door())


def by_customer(env, gap, service, customers, sojourns, servers):
    desk = simpy.Resource(env, capacity=servers)

    def customer():
        since = env.now
        with desk.request() as request:
            yield request
            yield env.timeout(service())
        sojourns.append(env.now - since)

    def door():
        for _ in range(customers):
            yield env.timeout(gap())
            env.process(customer())

    env.process(door())


def main():
    shape, servers, customers, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    draws = random.Random(seed)
    gap = lambda: draws.expovariate(0.9 * servers)
    service = lambda: draws.expovariate(1.0)
    sojourns = []
    env = simpy.Environment()
    start = time.process_time()
    if shape == "store":
        by_store(env, gap, service, customers, sojourns)
    else:
        by_customer(env, gap, service, customers, sojourns, servers)
    env.run()
    print(time.process_time() - start, sum(sojourns) / len(sojourns))


main()
