using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Eliza.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MessageStamps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Messages_ChannelId_CreatedAt",
                table: "Messages");

            migrationBuilder.AddColumn<long>(
                name: "Stamp",
                table: "Messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "LastStamp",
                table: "Channels",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // Each message gets its time, or one more than the message before it in the channel, whichever is later.
            migrationBuilder.Sql(
                "UPDATE \"Messages\" SET \"Stamp\" = stamped.\"Stamp\" FROM ("
                + "SELECT \"Sequence\", MAX(\"CreatedAt\" - \"Place\") OVER (PARTITION BY \"ChannelId\" ORDER BY \"Sequence\") + \"Place\" AS \"Stamp\" FROM ("
                + "SELECT \"Sequence\", \"ChannelId\", \"CreatedAt\", ROW_NUMBER() OVER (PARTITION BY \"ChannelId\" ORDER BY \"Sequence\") AS \"Place\" FROM \"Messages\")"
                + ") AS stamped WHERE \"Messages\".\"Sequence\" = stamped.\"Sequence\";");

            migrationBuilder.CreateIndex(
                name: "UX_Messages_ChannelId_Stamp",
                table: "Messages",
                columns: new[] { "ChannelId", "Stamp" },
                unique: true);

            migrationBuilder.Sql(
                "UPDATE \"Channels\" SET \"LastStamp\" = "
                + "COALESCE((SELECT MAX(\"Stamp\") FROM \"Messages\" WHERE \"Messages\".\"ChannelId\" = \"Channels\".\"Id\"), 0);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "UX_Messages_ChannelId_Stamp",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "Stamp",
                table: "Messages");

            migrationBuilder.DropColumn(
                name: "LastStamp",
                table: "Channels");

            migrationBuilder.CreateIndex(
                name: "IX_Messages_ChannelId_CreatedAt",
                table: "Messages",
                columns: new[] { "ChannelId", "CreatedAt" });
        }
    }
}
