# syntax=docker/dockerfile:1
FROM node:24.21.0-bookworm-slim AS source
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

# The sources as JavaScript.
FROM source AS build
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

# What the program needs at run time; Node itself comes with the image.
FROM source AS dependencies
RUN npm ci --omit=dev --ignore-scripts

FROM node:24.21.0-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8080 \
    CORPUS_DIR=/app/corpus \
    STATE_DIR=/app/state
COPY package.json LICENSE ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY seeds ./seeds
COPY corpus ./corpus
# The only folder the program writes to, for the languages that people chose.
RUN mkdir state && chown node:node state
USER node
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/main.js"]
CMD ["bot"]
