import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"invalid_user_id","description":"the UserID does not fit the rule. Pass a valid UserID, or map your own identifier with toUserId().","frontmatter":{"title":"invalid_user_id","description":"the UserID does not fit the rule. Pass a valid UserID, or map your own identifier with toUserId().","code":"invalid_user_id","prev":false,"next":false},"headers":[],"relativePath":"codes/invalid_user_id.md","filePath":"codes/invalid_user_id.md"}');
const _sfc_main = { name: "codes/invalid_user_id.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="invalid_user_id" tabindex="-1">invalid_user_id <a class="header-anchor" href="#invalid_user_id" aria-label="Permalink to &quot;invalid\\_user\\_id&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/invalid_user_id.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>the UserID does not fit the rule</p><p><strong>What to do:</strong> Pass a valid UserID, or map your own identifier with toUserId().</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/invalid_user_id.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const invalid_user_id = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  invalid_user_id as default
};
