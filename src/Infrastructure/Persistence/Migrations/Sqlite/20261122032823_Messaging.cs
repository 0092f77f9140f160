using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Eliza.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Messaging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MessageId",
                table: "StoredAnswers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "Servers",
                type: "TEXT",
                maxLength: 577,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "UpdatedAt",
                table: "Servers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "IsMuted",
                table: "Participants",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "EditedAt",
                table: "Messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Links",
                table: "Messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "PairKey",
                table: "Channels",
                type: "TEXT",
                maxLength: 257,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "Channels",
                type: "TEXT",
                maxLength: 577,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "UpdatedAt",
                table: "Channels",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Character",
                table: "Agents",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<int>(
                name: "ReplyPolicy",
                table: "Agents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Settings",
                table: "Agents",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<long>(
                name: "UpdatedAt",
                table: "Agents",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "WebhookSecret",
                table: "Agents",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsFetched",
                table: "AgentRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "StartedAt",
                table: "AgentRuns",
                type: "INTEGER",
                nullable: true);

            // What is there already was last changed when it was made, and tells nothing of itself.
            migrationBuilder.Sql("UPDATE \"Servers\" SET \"UpdatedAt\" = \"CreatedAt\";");
            migrationBuilder.Sql("UPDATE \"Channels\" SET \"UpdatedAt\" = \"CreatedAt\";");
            migrationBuilder.Sql("UPDATE \"Agents\" SET \"UpdatedAt\" = \"CreatedAt\";");

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    AgentId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ChannelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Metadata = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Jobs_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MessageRevisions",
                columns: table => new
                {
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageRevisions", x => new { x.MessageId, x.Number });
                    table.ForeignKey(
                        name: "FK_MessageRevisions_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlatformMessages",
                columns: table => new
                {
                    ChannelId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 577, nullable: false),
                    MessageId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformMessages", x => new { x.ChannelId, x.Source });
                    table.ForeignKey(
                        name: "FK_PlatformMessages_Channels_ChannelId",
                        column: x => x.ChannelId,
                        principalTable: "Channels",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlatformUsers",
                columns: table => new
                {
                    Source = table.Column<string>(type: "TEXT", maxLength: 577, nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlatformUsers", x => x.Source);
                });

            migrationBuilder.CreateTable(
                name: "ServerAgents",
                columns: table => new
                {
                    ServerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgentId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServerAgents", x => new { x.ServerId, x.AgentId });
                    table.ForeignKey(
                        name: "FK_ServerAgents_Agents_AgentId",
                        column: x => x.AgentId,
                        principalTable: "Agents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ServerAgents_Servers_ServerId",
                        column: x => x.ServerId,
                        principalTable: "Servers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.UpdateData(
                table: "Agents",
                keyColumn: "Id",
                keyValue: "e112a000-0000-4000-8000-000000000001",
                columns: new[] { "Character", "ReplyPolicy", "Settings", "UpdatedAt", "WebhookSecret" },
                values: new object[] { "{}", 0, "{}", 1767225600000L, null });

            migrationBuilder.InsertData(
                table: "ServerAgents",
                columns: new[] { "AgentId", "ServerId", "JoinedAt" },
                values: new object[] { "e112a000-0000-4000-8000-000000000001", new Guid("00000000-0000-0000-0000-000000000000"), 1767225600000L });

            migrationBuilder.UpdateData(
                table: "Servers",
                keyColumn: "Id",
                keyValue: new Guid("00000000-0000-0000-0000-000000000000"),
                columns: new[] { "Source", "UpdatedAt" },
                values: new object[] { null, 1767225600000L });

            migrationBuilder.CreateIndex(
                name: "IX_StoredAnswers_MessageId",
                table: "StoredAnswers",
                column: "MessageId",
                filter: "\"MessageId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Participants_ActorId_ChannelId",
                table: "Participants",
                columns: new[] { "ActorId", "ChannelId" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_ChannelId_Author_Sequence",
                table: "Messages",
                columns: new[] { "ChannelId", "Author", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_ThreadId_Sequence",
                table: "Messages",
                columns: new[] { "ThreadId", "Sequence" },
                filter: "\"ThreadId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Channels_ServerId_CreatedAt_Id",
                table: "Channels",
                columns: new[] { "ServerId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "UX_Channels_ServerId_PairKey",
                table: "Channels",
                columns: new[] { "ServerId", "PairKey" },
                unique: true,
                filter: "\"PairKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "UX_Channels_ServerId_Source",
                table: "Channels",
                columns: new[] { "ServerId", "Source" },
                unique: true,
                filter: "\"Source\" IS NOT NULL");

            // Of two indexes that would do, SQLite takes the one that was made last: that over open runs, where it does.
            migrationBuilder.DropIndex(
                name: "IX_AgentRuns_AgentId_ChannelId_Sequence",
                table: "AgentRuns");

            migrationBuilder.CreateIndex(
                name: "IX_AgentRuns_AgentId_ChannelId_Sequence_All",
                table: "AgentRuns",
                columns: new[] { "AgentId", "ChannelId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AgentRuns_AgentId_ChannelId_Sequence",
                table: "AgentRuns",
                columns: new[] { "AgentId", "ChannelId", "Sequence" },
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AgentRuns_AgentId_Sequence",
                table: "AgentRuns",
                columns: new[] { "AgentId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_ChannelId",
                table: "Jobs",
                column: "ChannelId");

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_CreatedAt_Id",
                table: "Jobs",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_ExpiresAt",
                table: "Jobs",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_Owner_CreatedAt_Id",
                table: "Jobs",
                columns: new[] { "Owner", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ServerAgents_AgentId_JoinedAt_ServerId",
                table: "ServerAgents",
                columns: new[] { "AgentId", "JoinedAt", "ServerId" });

            migrationBuilder.CreateIndex(
                name: "IX_ServerAgents_ServerId_JoinedAt_AgentId",
                table: "ServerAgents",
                columns: new[] { "ServerId", "JoinedAt", "AgentId" });

            // The words of all messages. The index keeps no text of its own; the triggers keep it true, whatever changes the table.
            migrationBuilder.Sql(
                "CREATE VIRTUAL TABLE \"MessageWords\" USING fts5(\"Content\", content='Messages', content_rowid='Sequence', tokenize='unicode61 remove_diacritics 2');");
            migrationBuilder.Sql(
                "CREATE TRIGGER \"TR_Messages_Insert\" AFTER INSERT ON \"Messages\" BEGIN "
                + "INSERT INTO \"MessageWords\" (rowid, \"Content\") VALUES (new.\"Sequence\", new.\"Content\"); END;");
            migrationBuilder.Sql(
                "CREATE TRIGGER \"TR_Messages_Delete\" AFTER DELETE ON \"Messages\" BEGIN "
                + "INSERT INTO \"MessageWords\" (\"MessageWords\", rowid, \"Content\") VALUES ('delete', old.\"Sequence\", old.\"Content\"); END;");
            migrationBuilder.Sql(
                "CREATE TRIGGER \"TR_Messages_Update\" AFTER UPDATE OF \"Content\" ON \"Messages\" BEGIN "
                + "INSERT INTO \"MessageWords\" (\"MessageWords\", rowid, \"Content\") VALUES ('delete', old.\"Sequence\", old.\"Content\"); "
                + "INSERT INTO \"MessageWords\" (rowid, \"Content\") VALUES (new.\"Sequence\", new.\"Content\"); END;");
            // What is deleted leaves no word behind in the index.
            migrationBuilder.Sql("INSERT INTO \"MessageWords\" (\"MessageWords\", rank) VALUES ('secure-delete', 1);");
            migrationBuilder.Sql("INSERT INTO \"MessageWords\" (\"MessageWords\") VALUES ('rebuild');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER \"TR_Messages_Insert\";");
            migrationBuilder.Sql("DROP TRIGGER \"TR_Messages_Delete\";");
            migrationBuilder.Sql("DROP TRIGGER \"TR_Messages_Update\";");
            migrationBuilder.Sql("DROP TABLE \"MessageWords\";");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "MessageRevisions");

            migrationBuilder.DropTable(
                name: "PlatformMessages");

            migrationBuilder.DropTable(
                name: "PlatformUsers");

            migrationBuilder.DropTable(
                name: "ServerAgents");

            migrationBuilder.DropIndex(
                name: "IX_StoredAnswers_MessageId",
                table: "StoredAnswers");

            migrationBuilder.DropIndex(
                name: "IX_Participants_ActorId_ChannelId",
                table: "Participants");

            migrationBuilder.DropIndex(
                name: "IX_Messages_ChannelId_Author_Sequence",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Messages_ThreadId_Sequence",
                table: "Messages");

            migrationBuilder.DropIndex(
                name: "IX_Channels_ServerId_CreatedAt_Id",
                table: "Channels");

            migrationBuilder.DropIndex(
                name: "UX_Channels_ServerId_PairKey",
                table: "Channels");

            migrationBuilder.DropIndex(
                name: "UX_Channels_ServerId_Source",
                table: "Channels");

            migrationBuilder.DropIndex(
                name: "IX_AgentRuns_AgentId_ChannelId_Sequence_All",
                table: "AgentRuns");

            migrationBuilder.DropIndex(
                name: "IX_AgentRuns_AgentId_Sequence",
                table: "AgentRuns");

            migrationBuilder.DropColumn(
                name: "MessageId",
                table: "StoredAnswers");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "Servers");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "Servers");

            migrationBuilder.DropColumn(
                name: "IsMuted",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "EditedAt",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Links",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "PairKey",
                table: "Channels");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "Channels");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "Channels");

            migrationBuilder.DropColumn(
                name: "Character",
                table: "Agents");

            migrationBuilder.DropColumn(
                name: "ReplyPolicy",
                table: "Agents");

            migrationBuilder.DropColumn(
                name: "Settings",
                table: "Agents");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "Agents");

            migrationBuilder.DropColumn(
                name: "WebhookSecret",
                table: "Agents");

            migrationBuilder.DropColumn(
                name: "IsFetched",
                table: "AgentRuns");

            migrationBuilder.DropColumn(
                name: "StartedAt",
                table: "AgentRuns");
        }
    }
}
