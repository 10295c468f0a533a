import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"signed_out","description":"用户已在另一个标签页退出登录.","frontmatter":{"title":"signed_out","description":"用户已在另一个标签页退出登录.","code":"signed_out","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/signed_out.md","filePath":"zh/codes/signed_out.md"}');
const _sfc_main = { name: "zh/codes/signed_out.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="signed_out" tabindex="-1">signed_out <a class="header-anchor" href="#signed_out" aria-label="Permalink to &quot;signed\\_out&quot;">​</a></h1><p><a href="/usersig/codes/signed_out.html">English</a> · <strong>中文</strong></p><h2 id="客户端没有得到票据" tabindex="-1">客户端没有得到票据 <a class="header-anchor" href="#客户端没有得到票据" aria-label="Permalink to &quot;客户端没有得到票据&quot;">​</a></h2><p>用户已在另一个标签页退出登录</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/signed_out.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const signed_out = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  signed_out as default
};
