# Eliza in a container: docs/operations.md says how to run it. From the root of the sources: docker build -t eliza .
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
COPY . .

# Compiled ahead, it starts in about half the time.
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish src/WebApi --configuration Release --arch $TARGETARCH --no-self-contained --output /app \
    && mkdir -p /data/media

# No shell, no package manager, and not root. "Extra" is ICU, without which the client of SQL Server opens no connection.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
COPY --from=build /app /app
COPY --from=build --chown=$APP_UID:$APP_UID /data /data
USER $APP_UID
WORKDIR /
ENV ASPNETCORE_HTTP_PORTS=3000 \
    ConnectionStrings__Eliza="Data Source=/data/eliza.db" \
    Media__Path=/data/media
VOLUME /data
EXPOSE 3000

# Whether the process answers: one whose database is away is not to be started anew for that. Balancers ask /health/ready.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s CMD ["dotnet", "/app/Eliza.WebApi.dll", "--probe", "live"]
ENTRYPOINT ["dotnet", "/app/Eliza.WebApi.dll"]
